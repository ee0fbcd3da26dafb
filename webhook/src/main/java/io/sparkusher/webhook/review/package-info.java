@NullMarked
package io.sparkusher.webhook.review;

import org.jspecify.annotations.NullMarked;
