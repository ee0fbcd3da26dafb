/** The servers that are measured, as processes of their own, and what the kernel knows of them. */
@NullMarked
package io.sparkusher.load.server;

import org.jspecify.annotations.NullMarked;
