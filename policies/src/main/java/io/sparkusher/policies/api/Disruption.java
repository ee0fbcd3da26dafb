package io.sparkusher.policies.api;

/** Whether a pod may be moved by what removes nodes to save money. */
public enum Disruption {
    @Description("Cluster autoscaler and Karpenter keep the pod's node as long as the pod runs.")
    Protect
}
