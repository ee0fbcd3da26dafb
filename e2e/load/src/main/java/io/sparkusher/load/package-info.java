/** A server whose answer is made before it is asked, to compare Spark Usher with. */
@NullMarked
package io.sparkusher.load;

import org.jspecify.annotations.NullMarked;
