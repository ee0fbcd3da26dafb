/** What a cluster holds, watched, and put into force as it changes. */
@NullMarked
package io.sparkusher.webhook.cluster;

import org.jspecify.annotations.NullMarked;
