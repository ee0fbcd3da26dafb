@NullMarked
package io.sparkusher.webhook.http;

import org.jspecify.annotations.NullMarked;
