/** The command {@code preview}: what policies would do to pods, without a cluster. */
@NullMarked
package io.sparkusher.webhook.preview;

import org.jspecify.annotations.NullMarked;
