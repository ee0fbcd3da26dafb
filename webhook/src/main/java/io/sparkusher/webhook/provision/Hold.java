package io.sparkusher.webhook.provision;

/** Why something of ours that no policy asks for stays for now. */
enum Hold {
    /** A pod that has not ended runs as the account. */
    UsedByPods("a pod uses the account"),
    /** Reviews may still be under way that give pods the account. */
    JustReleased("it was asked for a moment ago"),
    /** The pods of the namespace could not be listed. */
    UseUnknown("nobody can say whether a pod uses the account");

    private final String clause;

    Hold(String clause) {
        this.clause = clause;
    }

    /** How a sentence ends that says why. */
    String clause() {
        return clause;
    }
}
