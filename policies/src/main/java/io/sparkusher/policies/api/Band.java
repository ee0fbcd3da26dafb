package io.sparkusher.policies.api;

/** Who wins where a policy and a pod's author say different things. */
public enum Band {
    @Description("What the pod already says wins.")
    Default,
    @Description("The policy wins.")
    Required
}
