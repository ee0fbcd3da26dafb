@NullMarked
package io.sparkusher.policies.api;

import org.jspecify.annotations.NullMarked;
