/** Policies that pods met in conflict: remembered for a while, and told to all replicas. */
@NullMarked
package io.sparkusher.webhook.conflicts;

import org.jspecify.annotations.NullMarked;
