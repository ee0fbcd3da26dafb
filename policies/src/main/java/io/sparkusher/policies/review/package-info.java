@NullMarked
package io.sparkusher.policies.review;

import org.jspecify.annotations.NullMarked;
