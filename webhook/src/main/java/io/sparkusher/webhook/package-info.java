@NullMarked
package io.sparkusher.webhook;

import org.jspecify.annotations.NullMarked;
