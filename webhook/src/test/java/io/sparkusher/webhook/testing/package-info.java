/** What several tests need: servers, clients, reviews and policies. */
@NullMarked
package io.sparkusher.webhook.testing;

import org.jspecify.annotations.NullMarked;
