package io.sparkusher.policies.api;

/** What becomes of a pod that would not be valid with what a policy adds. */
public enum OnError {
    @Description("The pod is refused.")
    Deny,
    @Description("The pod goes without the policy.")
    Skip
}
