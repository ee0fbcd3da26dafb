package io.sparkusher.webhook.provision;

/** Why something that a policy asks for is not there. The constants are reasons of events. */
enum TroubleCode {
    /** An account of that name exists, and others made it. */
    AccountNotOurs,
    /** A RoleBinding of that name exists, and others made it. */
    BindingNotOurs,
    /** No name can be told before a pod is there, or it would be no name. */
    NameNotFixed,
    /** The namespace has opted in, and its admin has not granted what is needed there. */
    GrantMissing,
    /** The API server refused for another reason, or did not answer. */
    ProvisioningFailed
}
