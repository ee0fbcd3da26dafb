@NullMarked
package io.sparkusher.webhook.serve;

import org.jspecify.annotations.NullMarked;
