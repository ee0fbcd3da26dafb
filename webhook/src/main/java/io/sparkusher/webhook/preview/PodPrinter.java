package io.sparkusher.webhook.preview;

import io.sparkusher.policies.decision.Decision;

/** Shows what came of one pod after the other. */
interface PodPrinter {
    void print(PodInput input, Decision decision);
}
