package io.sparkusher.webhook.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.review.ConflictListener;
import java.io.IOException;
import java.util.List;

/** What brings policies into force for as long as a run lasts. */
interface PoliciesPart extends AutoCloseable {
    PolicyStore store();

    /** Which policies there are and where they come from, for the person who started the server. */
    String description();

    /** What is wrong with an object that is to be stored in the cluster, in the words of the command line. */
    List<Problem> check(ObjectNode object);

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
