/**
 * What admins install: manifests and chart, the kinds and who may do what with them, and which pods are reviewed.
 */
@NullMarked
package io.sparkusher.e2e.manifests;

import org.jspecify.annotations.NullMarked;
