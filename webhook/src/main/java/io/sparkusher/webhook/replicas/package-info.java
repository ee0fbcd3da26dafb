/** What each replica tells the others, in a Lease of its own. */
@NullMarked
package io.sparkusher.webhook.replicas;

import org.jspecify.annotations.NullMarked;
