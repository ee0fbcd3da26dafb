/**
 * The program as it is shipped, in front of a real API server. Here is what the tests of all packages share: the cluster, the
 * program's process, and {@code spark-submit}.
 */
@NullMarked
package io.sparkusher.e2e;

import org.jspecify.annotations.NullMarked;
