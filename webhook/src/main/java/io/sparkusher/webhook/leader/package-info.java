/** One process of several does what only one may do. */
@NullMarked
package io.sparkusher.webhook.leader;

import org.jspecify.annotations.NullMarked;
