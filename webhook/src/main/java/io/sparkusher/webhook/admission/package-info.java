@NullMarked
package io.sparkusher.webhook.admission;

import org.jspecify.annotations.NullMarked;
