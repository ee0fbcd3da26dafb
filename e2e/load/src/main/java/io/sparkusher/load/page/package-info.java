/** The page of figures and its plot, of which programs write sections and people the rest. */
@NullMarked
package io.sparkusher.load.page;

import org.jspecify.annotations.NullMarked;
