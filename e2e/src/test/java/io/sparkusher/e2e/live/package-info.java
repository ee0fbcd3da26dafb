/**
 * Policies that are stored in the cluster: how fast they are in force, what their status says, and what happens where the API
 * server or the leader is lost.
 */
@NullMarked
package io.sparkusher.e2e.live;

import org.jspecify.annotations.NullMarked;
