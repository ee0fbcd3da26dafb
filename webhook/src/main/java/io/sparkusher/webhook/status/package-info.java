/** What policies and node pools say of themselves in the cluster: written by one replica, for all. */
@NullMarked
package io.sparkusher.webhook.status;

import org.jspecify.annotations.NullMarked;
