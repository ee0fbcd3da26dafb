package io.sparkusher.webhook.provision;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.webhook.leader.Leadership;

/** Tells how provisioning goes. */
final class ProvisionMetrics {
    private ProvisionMetrics() {}

    /** Has the figures asked for at every scrape. */
    static void register(MeterRegistry registry, Leadership leadership, TroubleLog troubles) {
        Gauge.builder("spark_usher_provision_leading", leadership, asked -> asked.isLeading() ? 1 : 0)
                .description("1 in the process that makes service accounts, 0 in those that stand by")
                .register(registry);
        for (TroubleCode code : TroubleCode.values()) {
            Gauge.builder("spark_usher_provision_troubles", troubles, asked -> asked.count(code))
                    .description("What policies ask for and is not there, by the reason")
                    .tag("reason", code.name())
                    .register(registry);
        }
    }
}
