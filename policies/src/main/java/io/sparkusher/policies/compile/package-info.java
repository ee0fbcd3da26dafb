@NullMarked
package io.sparkusher.policies.compile;

import org.jspecify.annotations.NullMarked;
