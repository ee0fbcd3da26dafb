/** JSON trees for the way of a review: of little memory, and such that many reviews may share what nobody changes. */
@NullMarked
package io.sparkusher.policies.tree;

import org.jspecify.annotations.NullMarked;
