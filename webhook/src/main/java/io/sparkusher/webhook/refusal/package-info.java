@NullMarked
package io.sparkusher.webhook.refusal;

import org.jspecify.annotations.NullMarked;
