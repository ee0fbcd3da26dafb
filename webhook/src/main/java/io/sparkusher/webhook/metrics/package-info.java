@NullMarked
package io.sparkusher.webhook.metrics;

import org.jspecify.annotations.NullMarked;
