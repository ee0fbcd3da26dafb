@NullMarked
package io.sparkusher.policies.variables;

import org.jspecify.annotations.NullMarked;
