@NullMarked
package io.sparkusher.policies;

import org.jspecify.annotations.NullMarked;
