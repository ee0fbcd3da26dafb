/**
 * By what certificates replicas serve, where they come from, how they rotate, and that the API server trusts them throughout.
 */
@NullMarked
package io.sparkusher.e2e.certificates;

import org.jspecify.annotations.NullMarked;
