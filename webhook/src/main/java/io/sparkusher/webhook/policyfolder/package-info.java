@NullMarked
package io.sparkusher.webhook.policyfolder;

import org.jspecify.annotations.NullMarked;
