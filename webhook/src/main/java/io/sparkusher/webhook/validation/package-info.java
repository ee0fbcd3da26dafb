/** Whether the API server should store a policy. */
@NullMarked
package io.sparkusher.webhook.validation;

import org.jspecify.annotations.NullMarked;
