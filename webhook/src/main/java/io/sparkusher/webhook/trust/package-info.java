/** Has the API server trust what the replicas serve: the {@code caBundle} of the webhook configurations. */
@NullMarked
package io.sparkusher.webhook.trust;

import org.jspecify.annotations.NullMarked;
