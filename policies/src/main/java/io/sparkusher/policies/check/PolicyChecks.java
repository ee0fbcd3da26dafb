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
import io.sparkusher.policies.source.ReadFiles;
import io.sparkusher.policies.source.SourceDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what the shape of policies does not say: names, references, and fields that exclude each other. */
public final class PolicyChecks {
    private final ReadFiles files;

    private PolicyChecks(ReadFiles files) {
        this.files = files;
    }

    /** Checks objects that belong together, and reports to their documents. */
    public static void check(ReadFiles files) {
        PolicyChecks checks = new PolicyChecks(files);
        checks.reportDoubles();
        files.objects().forEach(PolicyChecks::check);
        checks.reportMissingPools();
    }

    /** Checks an object by itself, whatever others there are, and reports to its document. */
    public static void check(ReadObject read) {
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

    private void reportMissingPools() {
        Set<String> pools = new TreeSet<>();
        for (ReadObject read : files.objects()) {
            if (read.object() instanceof SparkNodePool pool) {
                pools.add(pool.metadata().name());
            }
        }
        for (ReadObject read : files.objects()) {
            for (NodePoolReference reference : NodePoolReferences.of(read.object())) {
                if (!pools.contains(reference.pool())) {
                    read.document().error(reference.path(), reference.missingAmong(pools));
                }
            }
        }
    }

    private void reportDoubles() {
        Map<String, SourceDocument> seen = new HashMap<>();
        for (ReadObject read : files.objects()) {
            PolicyObject object = read.object();
            once(object.kind(), object.metadata().namespace(), object.metadata().name(), read.document(), seen);
        }
        files.namespaces().forEach(read -> once("Namespace", "", read.name(), read.document(), seen));
    }

    private static void once(
            String kind, String namespace, String name, SourceDocument document, Map<String, SourceDocument> seen) {
        SourceDocument before = seen.putIfAbsent(kind + " " + namespace + "/" + name, document);
        if (before != null && !name.isEmpty()) {
            document.error(
                    "metadata.name",
                    "is " + name + ", as that of the " + kind + " at " + before.position() + ": rename or remove one");
        }
    }

    private static void check(Metadata metadata, SparkPodPolicySpec spec, Checks checks) {
        checks.name("metadata.name", metadata.name(), Names.Subdomain);
        new VariablesCheck(checks).check(checks.document().root().path("spec"));
        if (spec.match() != null) {
            new MatchCheck(checks).check(spec.match());
        }
        check(spec.common(), new SectionCheck(checks, Optional.empty(), "spec.common"));
        check(spec.driver(), new SectionCheck(checks, Optional.of(Role.Driver), "spec.driver"));
        check(spec.executor(), new SectionCheck(checks, Optional.of(Role.Executor), "spec.executor"));
        new OwnMatchCheck(checks, spec.band()).check(spec);
        new HostNetworkCheck(checks).check(spec);
        new GracePeriodCheck(checks).check(spec);
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
