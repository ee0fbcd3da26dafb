@NullMarked
package io.sparkusher.policies.check;

import org.jspecify.annotations.NullMarked;
