package io.sparkusher.webhook.events;

import io.sparkusher.policies.api.PolicyReference;

/**
 * Something that came about with a policy or a node pool.
 *
 * @param object what it is about
 * @param uid the object's
 * @param reason one word in CamelCase
 * @param note a sentence for a person, of any length
 */
public record PolicyEvent(PolicyReference object, String uid, Severity severity, String reason, String note) {
    /** The types of events that Kubernetes knows; the constants are their names. */
    public enum Severity {
        Normal,
        Warning
    }
}
