package io.sparkusher.webhook.admission;

import io.sparkusher.policies.pod.PodReview;

/**
 * What an AdmissionReview asks.
 *
 * @param uid to be repeated in the answer, never empty
 * @param name {@code request.name}, empty where the API server is to make one up
 * @param dryRun whether nothing will come of it
 * @param review what the policies decide about
 */
public record AdmissionRequest(String uid, String name, boolean dryRun, PodReview review) {}
