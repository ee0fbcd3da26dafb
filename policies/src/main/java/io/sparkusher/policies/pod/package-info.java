@NullMarked
package io.sparkusher.policies.pod;

import org.jspecify.annotations.NullMarked;
