/** A client that asks for reviews as fast as it is told to, and remembers how long each took. */
@NullMarked
package io.sparkusher.load.client;

import org.jspecify.annotations.NullMarked;
