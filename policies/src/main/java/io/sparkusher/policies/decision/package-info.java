@NullMarked
package io.sparkusher.policies.decision;

import org.jspecify.annotations.NullMarked;
