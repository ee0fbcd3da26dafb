/**
 * Spark Usher as an admin installs it, by its manifests and as pods on a node that runs them: what needs a Service, more
 * than one replica, or a control plane that can be hurt. Tests are skipped where the build names no such node.
 */
@NullMarked
package io.sparkusher.e2e.node;

import org.jspecify.annotations.NullMarked;
