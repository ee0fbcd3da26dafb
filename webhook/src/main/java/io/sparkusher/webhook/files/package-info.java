/** Files that change while the program runs. */
@NullMarked
package io.sparkusher.webhook.files;

import org.jspecify.annotations.NullMarked;
