package io.sparkusher.webhook.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.certificates.CertificateSource;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.review.ConflictListener;
import java.io.IOException;
import java.util.List;

/** What a run has from where it runs: the policies that are in force and the certificates that it serves with. */
interface Environment extends AutoCloseable {
    PolicyStore store();

    CertificateSource certificates();

    /** Which policies there are and where they come from, for the person who started the server. */
    String policies();

    /** Where the certificate comes from, likewise. */
    String certificate();

    /** What is wrong with an object that is to be stored in the cluster, in the words of the command line. */
    List<Problem> check(ObjectNode object);

    /** The policies that keep a node pool from being deleted. */
    List<PolicyReference> usersOf(String nodePool);

    /** Adds the figures that go by where the policies come from. */
    void register(MeterRegistry registry);

    /** Who is to hear of the conflicts that reviews meet. */
    ConflictListener conflicts();

    /** Returns when there are policies in force, or this was closed. */
    void awaitFirst() throws InterruptedException;

    /** What is in force stays as it is. */
    @Override
    void close() throws IOException;
}
