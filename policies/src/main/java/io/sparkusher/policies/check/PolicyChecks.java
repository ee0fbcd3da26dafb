package io.sparkusher.policies.check;

import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.Metadata;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.SparkNodePool;
import io.sparkusher.policies.api.SparkPodPolicy;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.source.PolicyReader.ReadObject;
import io.sparkusher.policies.source.SourceDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what the shape of policies does not say: names, references, and fields that exclude each other. */
public final class PolicyChecks {
    private final Collection<ReadObject> objects;
    private final Set<String> pools = new TreeSet<>();

    private PolicyChecks(Collection<ReadObject> objects) {
        this.objects = objects;
        for (ReadObject read : objects) {
            if (read.object() instanceof SparkNodePool pool) {
                pools.add(pool.metadata().name());
            }
        }
    }

    /** Checks objects that belong together, and reports to their documents. */
    public static void check(Collection<ReadObject> objects) {
        PolicyChecks checks = new PolicyChecks(objects);
        checks.reportDoubles();
        objects.forEach(checks::check);
    }

    private void reportDoubles() {
        Map<String, SourceDocument> seen = new HashMap<>();
        for (ReadObject read : objects) {
            PolicyObject object = read.object();
            String identity = object.kind() + " " + object.metadata().namespace() + "/"
                    + object.metadata().name();
            SourceDocument before = seen.putIfAbsent(identity, read.document());
            if (before != null && !object.metadata().name().isEmpty()) {
                read.document()
                        .error(
                                "metadata.name",
                                "is " + object.metadata().name() + ", as that of the " + object.kind() + " at "
                                        + before.position() + ": rename or remove one");
            }
        }
    }

    private void check(ReadObject read) {
        Checks checks = new Checks(read.document());
        if (read.object() instanceof SparkPodPolicy policy) {
            checks.name("metadata.namespace", policy.metadata().namespace(), Names.Label);
            check(policy.metadata(), policy.spec(), checks);
        } else if (read.object() instanceof ClusterSparkPodPolicy policy) {
            check(policy.metadata(), policy.spec().policy(), checks);
            if (policy.spec().namespaceSelector() != null) {
                new LabelSelectorCheck(checks)
                        .check("spec.namespaceSelector", policy.spec().namespaceSelector());
            }
        } else if (read.object() instanceof SparkNodePool pool) {
            new SparkNodePoolCheck(checks).check(pool);
        }
    }

    private void check(Metadata metadata, SparkPodPolicySpec spec, Checks checks) {
        checks.name("metadata.name", metadata.name(), Names.Subdomain);
        new VariablesCheck(checks).check(checks.document().root().path("spec"));
        if (spec.match() != null) {
            new MatchCheck(checks).check(spec.match());
        }
        check(spec.common(), new SectionCheck(checks, pools, Optional.empty(), "spec.common"));
        check(spec.driver(), new SectionCheck(checks, pools, Optional.of(Role.Driver), "spec.driver"));
        check(spec.executor(), new SectionCheck(checks, pools, Optional.of(Role.Executor), "spec.executor"));
        new HostNetworkCheck(checks).check(spec);
        new SparkConfCheck(checks, spec.band()).check(spec);
        if (spec.common() == null && spec.driver() == null && spec.executor() == null) {
            checks.error("spec", "gives pods nothing: add common, driver or executor");
        }
    }

    private static void check(@Nullable PodSection section, SectionCheck check) {
        if (section != null) {
            check.check(section);
        }
    }
}
