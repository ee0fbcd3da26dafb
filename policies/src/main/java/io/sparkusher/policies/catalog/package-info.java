/** Policies as a cluster stores them: each is judged by itself, and its last usable version stays in force. */
@NullMarked
package io.sparkusher.policies.catalog;

import org.jspecify.annotations.NullMarked;
