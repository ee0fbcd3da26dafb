/** How a thread that sleeps is told that there is something to do. */
@NullMarked
package io.sparkusher.webhook.wake;

import org.jspecify.annotations.NullMarked;
