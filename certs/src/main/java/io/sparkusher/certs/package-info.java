@NullMarked
package io.sparkusher.certs;

import org.jspecify.annotations.NullMarked;
