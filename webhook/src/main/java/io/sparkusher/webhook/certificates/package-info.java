@NullMarked
package io.sparkusher.webhook.certificates;

import org.jspecify.annotations.NullMarked;
