package io.sparkusher.webhook.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Everything that {@code /metrics} tells, of a bounded number of series. */
public final class MetricsRegistry implements AutoCloseable {
    /** More policies, or more namespaces with policies, than this get no series of their own. */
    static final int MAX_VALUES_OF_A_LABEL = 1000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    /** Empty, and without the JVM. */
    public MetricsRegistry() {
        for (String label : new String[] {"policy", "namespace"}) {
            registry.config()
                    .meterFilter(MeterFilter.maximumAllowableTags(
                            "spark_usher_reasons", label, MAX_VALUES_OF_A_LABEL, MeterFilter.deny()));
        }
    }

    /** Adds what is known of the JVM itself. */
    public MetricsRegistry withJvm() {
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return this;
    }

    /** Where others register what they count. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** All series in the Prometheus text format, version 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
