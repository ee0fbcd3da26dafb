/**
 * Service accounts as policies ask for them: made, kept, repaired and ended by the provisioner, with the rights that it is
 * shipped with; and what drivers do with the rights that they get.
 */
@NullMarked
package io.sparkusher.e2e.provision;

import org.jspecify.annotations.NullMarked;
