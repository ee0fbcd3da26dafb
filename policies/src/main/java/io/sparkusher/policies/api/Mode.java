package io.sparkusher.policies.api;

/** Whether a policy acts. */
public enum Mode {
    @Description("Pods are changed.")
    Enforce,
    @Description(
            "Nothing is changed; what would have been is among the reasons, and the policy's fields in the API server's audit annotation would-apply.")
    Audit
}
