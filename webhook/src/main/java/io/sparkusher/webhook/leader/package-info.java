/** One replica of all that does what only one may do. */
@NullMarked
package io.sparkusher.webhook.leader;

import org.jspecify.annotations.NullMarked;
