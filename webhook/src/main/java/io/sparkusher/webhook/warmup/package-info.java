@NullMarked
package io.sparkusher.webhook.warmup;

import org.jspecify.annotations.NullMarked;
