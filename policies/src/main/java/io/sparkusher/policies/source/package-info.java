@NullMarked
package io.sparkusher.policies.source;

import org.jspecify.annotations.NullMarked;
