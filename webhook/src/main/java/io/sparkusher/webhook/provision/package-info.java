/** The service accounts that policies ask for, and the drivers' rights: made, kept as they should be, and removed. */
@NullMarked
package io.sparkusher.webhook.provision;

import org.jspecify.annotations.NullMarked;
