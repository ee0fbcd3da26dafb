/**
 * Pods that Spark makes, recorded or from real {@code spark-submit}, in front of a server with policies from a folder: what is
 * asserted is what the cluster stored.
 */
@NullMarked
package io.sparkusher.e2e.reviews;

import org.jspecify.annotations.NullMarked;
