/**
 * The program as it is shipped, in front of a real API server, with real {@code spark-submit}: what is asserted is what
 * the cluster stored.
 */
@NullMarked
package io.sparkusher.e2e;

import org.jspecify.annotations.NullMarked;
