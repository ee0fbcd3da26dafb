@NullMarked
package io.sparkusher.policies.patch;

import org.jspecify.annotations.NullMarked;
