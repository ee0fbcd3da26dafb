@NullMarked
package io.sparkusher.webhook.inforce;

import org.jspecify.annotations.NullMarked;
