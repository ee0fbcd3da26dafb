/** What loading and reviewing cost: CONTRIBUTING.md says how to run it. */
@NullMarked
package io.sparkusher.policies.benchmark;

import org.jspecify.annotations.NullMarked;
