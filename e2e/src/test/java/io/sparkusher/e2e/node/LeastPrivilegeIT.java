package io.sparkusher.e2e.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark Usher's accounts may do, what they did in the run until now, and what they must never be able to do. */
@ExtendWith(NodeExtension.class)
@Tag("node")
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeastPrivilegeIT {
    private final NodeCluster cluster;
    private final Errands errands;

    /** Before it, other tests took rights away to see what comes of it. */
    private Instant installed = Instant.MAX;

    LeastPrivilegeIT(NodeCluster cluster) {
        this.cluster = cluster;
        errands = new Errands(cluster);
    }

    @BeforeAll
    void install() {
        cluster.install();
        installed = Instant.now();
        errands.run();
    }

    @AfterAll
    void close() {
        errands.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"spark-usher", "spark-usher-provisioner"})
    void everyVerbThatIsGrantedWasUsed(String account) {
        AuditLog log = auditLog();
        Set<Grant> granted = new Grants(cluster.client(), account).all();
        assertFalse(granted.isEmpty(), () -> account + " may do nothing, so this says nothing");
        await("a use of everything that is granted to " + account)
                .atMost(NodeCluster.TO_SETTLE)
                .untilAsserted(() -> assertEquals(Set.of(), unused(granted, log.used(account))));
    }

    private static Set<Grant> unused(Set<Grant> granted, Set<Grant> used) {
        return granted.stream()
                .filter(grant -> used.stream().noneMatch(grant::covers))
                // What a binding's creation, which is in the log, needs besides; no request has that verb.
                .filter(grant -> !grant.verb().equals("bind"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"spark-usher", "spark-usher-provisioner"})
    void everythingThatWasTriedWasGranted(String account) {
        assertEquals(List.of(), auditLog().refused(account, installed));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"spark-usher", "spark-usher-provisioner"})
    void nothingIsGrantedByAnAsterisk(String account) {
        Set<Grant> everything = new Grants(cluster.client(), account)
                .all().stream().filter(Grant::allowsEverything).collect(Collectors.toSet());
        assertEquals(Set.of(), everything);
    }

    @ParameterizedTest(name = "{0} {2} in {3}")
    @CsvSource({
        "create, '', pods, default",
        "create, '', pods, spark-usher",
        "update, '', pods, default",
        "create, '', pods/exec, default",
        "create, '', serviceaccounts/token, default",
        "create, '', serviceaccounts/token, spark-usher",
        "get, '', secrets, default",
        "list, '', secrets, default",
        "list, '', secrets, kube-system",
        "list, '', secrets, spark-usher",
        "create, '', secrets, kube-system",
        "update, '', namespaces, ''",
        "impersonate, '', users, ''",
        "impersonate, '', groups, ''",
        "impersonate, '', serviceaccounts, default",
        "escalate, rbac.authorization.k8s.io, clusterroles, ''",
        "escalate, rbac.authorization.k8s.io, roles, default",
        "bind, rbac.authorization.k8s.io, clusterroles, kube-system",
        "create, rbac.authorization.k8s.io, clusterroles, ''",
        "create, rbac.authorization.k8s.io, roles, default",
        "create, rbac.authorization.k8s.io, clusterrolebindings, ''",
        "create, rbac.authorization.k8s.io, rolebindings, kube-system",
        "create, rbac.authorization.k8s.io, rolebindings, default",
        "create, admissionregistration.k8s.io, mutatingwebhookconfigurations, ''",
        "update, spark-usher.io, sparkpodpolicies, default",
        "delete, spark-usher.io, sparkpodpolicies, default"
    })
    void nobodyOfOursMay(String verb, String group, String resource, String namespace) {
        List<String> may = Stream.of("spark-usher", "spark-usher-provisioner")
                .filter(account -> mayDo(account, verb, group, resource, namespace))
                .toList();
        assertEquals(List.of(), may);
    }

    /** The bindings that it may make are the driver's role's, where somebody has granted it that. */
    @Test
    void theProvisionerMayBindNoRoleButTheDrivers() {
        Set<Grant> bind = new Grants(cluster.client(), "spark-usher-provisioner")
                .all().stream().filter(grant -> grant.verb().equals("bind")).collect(Collectors.toSet());
        Set<Grant> drivers =
                Set.of(new Grant("rbac.authorization.k8s.io", "clusterroles", "spark-usher-driver", "bind"));
        assertEquals(drivers, bind);
    }

    private boolean mayDo(String account, String verb, String group, String resource, String namespace) {
        String[] parts = resource.split("/", 2);
        SubjectAccessReview review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser("system:serviceaccount:" + InstalledUsher.NAMESPACE + ":" + account)
                .withGroups("system:serviceaccounts", "system:serviceaccounts:" + InstalledUsher.NAMESPACE)
                .withNewResourceAttributes()
                .withVerb(verb)
                .withGroup(group)
                .withResource(parts[0])
                .withSubresource(parts.length > 1 ? parts[1] : null)
                .withNamespace(namespace.isEmpty() ? null : namespace)
                .endResourceAttributes()
                .endSpec()
                .build();
        return cluster.client()
                .authorization()
                .v1()
                .subjectAccessReview()
                .create(review)
                .getStatus()
                .getAllowed();
    }

    private AuditLog auditLog() {
        assumeTrue(
                cluster.settings().auditLog().isPresent(),
                "The build does not say where the API server's audit log is");
        return new AuditLog(cluster.settings().auditLog().orElseThrow());
    }
}
