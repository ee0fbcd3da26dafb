/** What {@code kubectl describe} and {@code kubectl events} tell of a policy. */
@NullMarked
package io.sparkusher.webhook.events;

import org.jspecify.annotations.NullMarked;
