/** What reviews cost, compared with what they did: CONTRIBUTING.md says how to run it. */
@NullMarked
package io.sparkusher.webhook.benchmark;

import org.jspecify.annotations.NullMarked;
