/**
 * Many pods at once: what Spark Usher costs those who create them, beside a server whose answer costs nothing, the API
 * server's own policies, and nobody.
 */
@NullMarked
package io.sparkusher.e2e.replay;

import org.jspecify.annotations.NullMarked;
