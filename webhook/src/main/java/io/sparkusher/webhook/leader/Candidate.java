package io.sparkusher.webhook.leader;

/**
 * Who stands for which election.
 *
 * @param namespace of the Lease
 * @param lease the name of the Lease by which the leader is known
 * @param identity nobody else's who stands for the same
 */
public record Candidate(String namespace, String lease, String identity) {}
