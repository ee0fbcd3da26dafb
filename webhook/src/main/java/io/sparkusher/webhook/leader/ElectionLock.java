package io.sparkusher.webhook.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;

/** A Lease by which nobody leads where it does not say who, since when and for how long: it may be edited by anybody. */
final class ElectionLock extends LeaseLock {
    private static final ZonedDateTime LONG_AGO = ZonedDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    ElectionLock(String namespace, String name, String identity) {
        super(namespace, name, identity);
    }

    @Override
    protected LeaderElectionRecord toRecord(Lease lease) {
        LeaseSpec spec = Objects.requireNonNullElseGet(lease.getSpec(), LeaseSpec::new);
        return new LeaderElectionRecord(
                spec.getHolderIdentity(),
                Duration.ofSeconds(Objects.requireNonNullElse(spec.getLeaseDurationSeconds(), 0)),
                Objects.requireNonNullElse(spec.getAcquireTime(), LONG_AGO),
                Objects.requireNonNullElse(spec.getRenewTime(), LONG_AGO),
                Objects.requireNonNullElse(spec.getLeaseTransitions(), 0));
    }
}
