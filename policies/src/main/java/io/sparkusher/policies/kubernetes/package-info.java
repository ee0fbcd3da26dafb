@NullMarked
package io.sparkusher.policies.kubernetes;

import org.jspecify.annotations.NullMarked;
