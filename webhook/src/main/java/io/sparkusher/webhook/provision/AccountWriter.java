package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the steps of one plan. After a step that failed, the account's further ones are left for the next plan: they may
 * rest on it.
 */
final class AccountWriter {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccountWriter.class);

    private final KubernetesClient client;
    private final BooleanSupplier mayWrite;
    private final List<Trouble> troubles = new ArrayList<>();
    private final Set<AccountKey> unfinished = new HashSet<>();

    /** @param mayWrite asked before every step, as another may have become the one who writes */
    AccountWriter(KubernetesClient client, BooleanSupplier mayWrite) {
        this.client = client;
        this.mayWrite = mayWrite;
    }

    void perform(List<Action> plan) {
        for (Action action : plan) {
            if (mayWrite.getAsBoolean() && !unfinished.contains(action.account())) {
                action.perform(this);
            }
        }
    }

    /** What policies ask for and is not there. */
    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** Whether a later plan will have something to do, even if nobody changes anything. */
    boolean isUnfinished() {
        return !unfinished.isEmpty();
    }

    void create(Action.Create action) {
        attempt(
                action,
                action.object(),
                "create",
                () -> client.resource(action.object()).create());
    }

    void repair(Action.Repair action) {
        attempt(
                action,
                action.object(),
                "patch",
                () -> client.resource(action.object())
                        .patch(PatchContext.of(PatchType.JSON_MERGE), action.mergePatch()));
    }

    void replace(Action.Replace action) {
        attempt(action, action.object(), "delete and create", () -> {
            client.resource(action.object()).lockResourceVersion().delete();
            client.resource(action.wanted()).create();
        });
    }

    void delete(Action.Delete action) {
        attempt(
                action,
                action.object(),
                "delete",
                () -> client.resource(action.object()).lockResourceVersion().delete());
    }

    void keep(Action.Keep action) {
        LOGGER.debug("{} is kept: {}", name(action.object()), action.reason());
        unfinished.add(action.account());
    }

    void report(Trouble trouble) {
        troubles.add(trouble);
    }

    private void attempt(Action action, HasMetadata object, String verb, Runnable step) {
        try {
            step.run();
            LOGGER.info("{}: {}, because {}", verb, name(object), action.reason());
        } catch (KubernetesClientException exception) {
            unfinished.add(action.account());
            Refusal.of(exception, verb, object).ifPresent(refusal -> {
                LOGGER.debug("Could not {} {}", verb, name(object), exception);
                report(new Trouble(refusal.code(), policies(object), refusal.sentence()));
            });
        }
    }

    private static SortedSet<String> policies(HasMetadata object) {
        return new TreeSet<>(Arrays.asList(Ownership.policiesOf(object).split(",")));
    }

    private static String name(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }
}
