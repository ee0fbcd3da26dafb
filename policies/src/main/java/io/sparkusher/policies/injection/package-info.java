@NullMarked
package io.sparkusher.policies.injection;

import org.jspecify.annotations.NullMarked;
