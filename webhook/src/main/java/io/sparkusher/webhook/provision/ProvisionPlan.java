package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done. An account comes before its binding, so that nothing is ever bound to an account that
 * others made in the meantime. What others made is never touched, and nothing of ours goes while it is held.
 */
final class ProvisionPlan {
    private final SortedMap<AccountKey, WantedAccount> wanted;
    private final PresentObjects present;
    private final Map<AccountKey, Hold> holds;
    private final List<Action> actions = new ArrayList<>();

    private ProvisionPlan(
            SortedMap<AccountKey, WantedAccount> wanted, PresentObjects present, Map<AccountKey, Hold> holds) {
        this.wanted = wanted;
        this.present = present;
        this.holds = holds;
    }

    /**
     * The steps, in the order in which they are to be done.
     *
     * @param holds for the accounts that {@link #released} told of; what has none of them is deleted
     */
    static List<Action> of(
            SortedMap<AccountKey, WantedAccount> wanted, PresentObjects present, Map<AccountKey, Hold> holds) {
        ProvisionPlan plan = new ProvisionPlan(wanted, present, holds);
        wanted.values().forEach(plan::provide);
        plan.released().forEach(plan::remove);
        return List.copyOf(plan.actions);
    }

    /** The accounts of which something is ours that no policy asks for. */
    static SortedSet<AccountKey> released(SortedMap<AccountKey, WantedAccount> wanted, PresentObjects present) {
        return new ProvisionPlan(wanted, present, Map.of()).released();
    }

    private SortedSet<AccountKey> released() {
        SortedSet<AccountKey> released = new TreeSet<>(present.accounts().keySet());
        released.addAll(present.bindings().keySet());
        released.removeIf(key -> !isReleased(present.accounts().get(key), wanted.containsKey(key))
                && !isReleased(present.bindings().get(key), wantsBinding(key)));
        return released;
    }

    private static boolean isReleased(@Nullable HasMetadata object, boolean wanted) {
        return object != null && Ownership.isOurs(object) && !wanted;
    }

    private boolean wantsBinding(AccountKey key) {
        WantedAccount account = wanted.get(key);
        ServiceAccount there = present.accounts().get(key);
        return account != null && account.driver() && (there == null || Ownership.isOurs(there));
    }

    private void provide(WantedAccount account) {
        AccountKey key = account.key();
        ServiceAccount there = present.accounts().get(key);
        if (there != null && !Ownership.isOurs(there)) {
            leave(account, TroubleCode.AccountNotOurs, accountNotOurs(key));
            return;
        }
        if (there == null) {
            actions.add(new Action.Create(key, account.object(), "asked for by " + Ownership.text(account.policies())));
        } else {
            Repairs.of(there, account).ifPresent(actions::add);
        }
        if (account.driver()) {
            bind(account);
        }
    }

    private void bind(WantedAccount account) {
        AccountKey key = account.key();
        RoleBinding there = present.bindings().get(key);
        if (there == null) {
            actions.add(new Action.Create(key, DriverBinding.of(account), "drivers run as the account"));
        } else if (!Ownership.isOurs(there)) {
            leave(account, TroubleCode.BindingNotOurs, bindingNotOurs(key));
        } else if (!DriverBinding.bindsTheRole(there)) {
            actions.add(new Action.Replace(
                    key, there, DriverBinding.of(account), "it has to bind the ClusterRole " + DriverBinding.ROLE));
        } else {
            Repairs.of(there, account).ifPresent(actions::add);
        }
    }

    private void leave(WantedAccount account, TroubleCode code, String sentence) {
        actions.add(new Action.Leave(account.key(), code, account.policies(), sentence));
    }

    private static String accountNotOurs(AccountKey key) {
        return "The %s is not Spark Usher's, which leaves it as it is: see yourself that it has what its pods need, or name another in the policy"
                .formatted(key);
    }

    private static String bindingNotOurs(AccountKey key) {
        return "The RoleBinding %s/%s is not Spark Usher's, which leaves it as it is: see yourself that it binds the %s to the ClusterRole %s, or delete it"
                .formatted(key.namespace(), DriverBinding.name(key), key, DriverBinding.ROLE);
    }

    private void remove(AccountKey key) {
        RoleBinding binding = present.bindings().get(key);
        if (binding != null && isReleased(binding, wantsBinding(key))) {
            remove(key, binding, "no policy has drivers run as the account");
        }
        ServiceAccount account = present.accounts().get(key);
        if (account != null && isReleased(account, wanted.containsKey(key))) {
            remove(key, account, "no policy asks for it");
        }
    }

    private void remove(AccountKey key, HasMetadata object, String reason) {
        Hold hold = holds.get(key);
        actions.add(
                hold == null
                        ? new Action.Delete(key, object, reason)
                        : new Action.Keep(key, object, hold, reason + ", but " + hold.clause()));
    }
}
