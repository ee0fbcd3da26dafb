@NullMarked
package io.sparkusher.webhook.health;

import org.jspecify.annotations.NullMarked;
