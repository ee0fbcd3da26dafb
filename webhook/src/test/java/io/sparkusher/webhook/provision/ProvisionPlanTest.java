package io.sparkusher.webhook.provision;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProvisionPlanTest {
    private static final AccountKey DRIVER = new AccountKey("team-a", "spark-driver");
    private static final AccountKey EXECUTOR = new AccountKey("team-a", "spark-executor");
    private static final WantedAccount WANTED_DRIVER = wanted(DRIVER, true, "SparkPodPolicy/team-a/etl");
    private static final WantedAccount WANTED_EXECUTOR = wanted(EXECUTOR, false, "SparkPodPolicy/team-a/etl");

    @Test
    void makesADriversAccountFirstAndItsBindingNext() {
        assertPlan("""
                create ServiceAccount spark-driver: asked for by SparkPodPolicy/team-a/etl
                create RoleBinding spark-usher-driver-spark-driver: drivers run as the account
                """, of(wants(WANTED_DRIVER), accounts(), bindings()));
    }

    @Test
    void makesNoBindingForExecutors() {
        assertPlan("""
                create ServiceAccount spark-executor: asked for by SparkPodPolicy/team-a/etl
                """, of(wants(WANTED_EXECUTOR), accounts(), bindings()));
    }

    @Test
    void givesTheTokenToDriversAlone() {
        assertEquals(true, WANTED_DRIVER.object().getAutomountServiceAccountToken());
        assertEquals(false, WANTED_EXECUTOR.object().getAutomountServiceAccountToken());
    }

    @Test
    void doesNothingWhereAllIsAsItShouldBe() {
        assertPlan("", of(wants(WANTED_DRIVER, WANTED_EXECUTOR), accounts(driver(), executor()), bindings(binding())));
    }

    @Test
    void keepsWhatOthersAddedToAnAccountOfOurs() {
        ServiceAccount richer = new ServiceAccountBuilder(executor())
                .addNewImagePullSecret("registry")
                .editMetadata()
                .addToAnnotations("eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/spark")
                .addToLabels("team", "a")
                .endMetadata()
                .build();
        assertPlan("", of(wants(WANTED_EXECUTOR), accounts(richer), bindings()));
    }

    @Test
    void takesTheTokenOfExecutorsAwayAgain() {
        ServiceAccount open = new ServiceAccountBuilder(executor())
                .withAutomountServiceAccountToken(null)
                .build();
        assertPlan("""
                repair ServiceAccount spark-executor by {"metadata":{"resourceVersion":"7"},"automountServiceAccountToken":false}: executors need no token
                """, of(wants(WANTED_EXECUTOR), accounts(open), bindings()));
    }

    @Test
    void saysOnTheAccountForWhichPoliciesItIsNow() {
        WantedAccount byTwo = WANTED_EXECUTOR.with(wanted(EXECUTOR, false, "ClusterSparkPodPolicy/all"));
        assertPlan("""
                repair ServiceAccount spark-executor by {"metadata":{"resourceVersion":"7","annotations":{"spark-usher.io/provisioned-for":"ClusterSparkPodPolicy/all,SparkPodPolicy/team-a/etl"}}}: it is for ClusterSparkPodPolicy/all,SparkPodPolicy/team-a/etl
                """, of(wants(byTwo), accounts(executor()), bindings()));
    }

    @Test
    void takesOthersOutOfABindingOfOurs() {
        RoleBinding wider = changed(binding(), builder -> builder.addNewSubject(null, "ServiceAccount", "x", "team-b"));
        assertPlan("""
                repair RoleBinding spark-usher-driver-spark-driver by {"metadata":{"resourceVersion":"7"},"subjects":[{"kind":"ServiceAccount","name":"spark-driver","namespace":"team-a"}]}: it has to bind this account and no other
                """, of(wants(WANTED_DRIVER), accounts(driver()), bindings(wider)));
    }

    @Test
    void replacesABindingOfOursToAnotherRoleAsThatCannotBeChanged() {
        RoleBinding other = changed(
                binding(), builder -> builder.editRoleRef().withName("admin").endRoleRef());
        assertPlan("""
                replace RoleBinding spark-usher-driver-spark-driver: it has to bind the ClusterRole spark-usher-driver
                """, of(wants(WANTED_DRIVER), accounts(driver()), bindings(other)));
    }

    @Test
    void leavesAnAccountThatOthersMadeAloneAndBindsNothingToIt() {
        assertPlan("""
                leave, AccountNotOurs: The service account team-a/spark-driver is not Spark Usher's, which leaves it as it is: see yourself that it has what its pods need, or name another in the policy
                """, of(wants(WANTED_DRIVER), accounts(foreign(driver())), bindings()));
    }

    @Test
    void doesNotTakeTheLabelAloneForItsOwn() {
        ServiceAccount labelled = new ServiceAccountBuilder(driver())
                .editMetadata()
                .removeFromAnnotations(Ownership.ANNOTATION)
                .endMetadata()
                .build();
        assertPlan("", of(wants(), accounts(labelled), bindings()));
    }

    @Test
    void leavesABindingThatOthersMadeAlone() {
        RoleBinding foreign = changed(
                binding(),
                builder -> builder.editMetadata().withLabels(Map.of()).endMetadata());
        assertPlan("""
                leave, BindingNotOurs: The RoleBinding team-a/spark-usher-driver-spark-driver is not Spark Usher's, which leaves it as it is: see yourself that it binds the service account team-a/spark-driver to the ClusterRole spark-usher-driver, or delete it
                """, of(wants(WANTED_DRIVER), accounts(driver()), bindings(foreign)));
    }

    @Test
    void deletesWhatNoPolicyAsksForAnyMore() {
        assertPlan("""
                delete RoleBinding spark-usher-driver-spark-driver: no policy has drivers run as the account
                delete ServiceAccount spark-driver: no policy asks for it
                """, of(wants(), accounts(driver()), bindings(binding())));
    }

    @Test
    void keepsBothWhileAPodUsesTheAccount() {
        assertPlan(
                """
                keep RoleBinding spark-usher-driver-spark-driver: no policy has drivers run as the account, but a pod uses the account
                keep ServiceAccount spark-driver: no policy asks for it, but a pod uses the account
                """,
                ProvisionPlan.of(
                        wants(),
                        PresentObjects.of(accounts(driver()), bindings(binding())),
                        Map.of(DRIVER, Hold.UsedByPods)));
    }

    @Test
    void takesTheRoleAwayWhereExecutorsAloneStillUseTheAccount() {
        WantedAccount executorsOnly = wanted(DRIVER, false, "SparkPodPolicy/team-a/etl");
        assertPlan("""
                repair ServiceAccount spark-driver by {"metadata":{"resourceVersion":"7"},"automountServiceAccountToken":false}: executors need no token
                delete RoleBinding spark-usher-driver-spark-driver: no policy has drivers run as the account
                """, of(wants(executorsOnly), accounts(driver()), bindings(binding())));
    }

    @Test
    void takesTheRoleAwayFromAnAccountThatOthersTookOver() {
        assertPlan("""
                leave, AccountNotOurs: The service account team-a/spark-driver is not Spark Usher's, which leaves it as it is: see yourself that it has what its pods need, or name another in the policy
                delete RoleBinding spark-usher-driver-spark-driver: no policy has drivers run as the account
                """, of(wants(WANTED_DRIVER), accounts(foreign(driver())), bindings(binding())));
    }

    @Test
    void asksAfterThePodsOfReleasedAccountsOnly() {
        PresentObjects present = PresentObjects.of(List.of(driver(), foreign(executor())), List.of(binding()));
        assertEquals(new TreeSet<>(List.of(DRIVER)), ProvisionPlan.released(wants(), present));
        assertEquals(new TreeSet<AccountKey>(), ProvisionPlan.released(wants(WANTED_DRIVER), present));
    }

    @Test
    void leavesToItsEndWhatIsInANamespaceThatIsBeingDeleted() {
        PresentObjects present = PresentObjects.of(accounts(driver()), bindings(binding()));
        assertPlan("", ProvisionPlan.of(wants(), present.outside(Set.of("team-a")), Map.of()));
        assertEquals(present, present.outside(Set.of("team-b")));
    }

    private static void assertPlan(String expected, List<Action> plan) {
        assertEquals(expected, plan.stream().map(action -> line(action) + "\n").collect(joining()));
    }

    private static String line(Action action) {
        if (action instanceof Action.Create create) {
            return "create " + name(create.object()) + ": " + create.reason();
        } else if (action instanceof Action.Repair repair) {
            return "repair " + name(repair.object()) + " by " + repair.mergePatch() + ": " + repair.reason();
        } else if (action instanceof Action.Replace replace) {
            assertEquals(binding().getRoleRef(), ((RoleBinding) replace.wanted()).getRoleRef());
            return "replace " + name(replace.object()) + ": " + replace.reason();
        } else if (action instanceof Action.Delete delete) {
            return "delete " + name(delete.object()) + ": " + delete.reason();
        } else if (action instanceof Action.Keep keep) {
            return "keep " + name(keep.object()) + ": " + keep.reason();
        }
        return "leave, " + ((Action.Leave) action).code() + ": " + action.reason();
    }

    private static String name(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    private static List<Action> of(
            SortedMap<AccountKey, WantedAccount> wanted, List<ServiceAccount> accounts, List<RoleBinding> bindings) {
        return ProvisionPlan.of(wanted, PresentObjects.of(accounts, bindings), Map.of());
    }

    private static WantedAccount wanted(AccountKey key, boolean driver, String policy) {
        return new WantedAccount(key, driver, new TreeSet<>(List.of(policy)));
    }

    private static SortedMap<AccountKey, WantedAccount> wants(WantedAccount... accounts) {
        SortedMap<AccountKey, WantedAccount> wanted = new TreeMap<>();
        for (WantedAccount account : accounts) {
            wanted.put(account.key(), account);
        }
        return wanted;
    }

    private static List<ServiceAccount> accounts(ServiceAccount... accounts) {
        return List.of(accounts);
    }

    private static List<RoleBinding> bindings(RoleBinding... bindings) {
        return List.of(bindings);
    }

    private static ServiceAccount driver() {
        return stored(WANTED_DRIVER.object());
    }

    private static ServiceAccount executor() {
        return stored(WANTED_EXECUTOR.object());
    }

    private static ServiceAccount stored(ServiceAccount account) {
        account.getMetadata().setResourceVersion("7");
        return account;
    }

    private static ServiceAccount foreign(ServiceAccount account) {
        account.getMetadata().setLabels(Map.of());
        return account;
    }

    private static RoleBinding binding() {
        return changed(
                DriverBinding.of(WANTED_DRIVER),
                builder -> builder.editMetadata().withResourceVersion("7").endMetadata());
    }

    private static RoleBinding changed(RoleBinding binding, UnaryOperator<RoleBindingBuilder> change) {
        return change.apply(new RoleBindingBuilder(binding)).build();
    }
}
