/**
 * The proof: real Spark jobs on a node that runs them, beside Spark Usher as its manifests install it. Each class is a
 * {@link io.sparkusher.e2e.spark.Scenario}, each test a sentence about what the cluster then holds.
 */
@NullMarked
package io.sparkusher.e2e.spark;

import org.jspecify.annotations.NullMarked;
