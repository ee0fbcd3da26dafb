/** How fast Spark Usher is, measured from outside: {@code e2e/load/bench} runs all of it. */
@NullMarked
package io.sparkusher.load.bench;

import org.jspecify.annotations.NullMarked;
