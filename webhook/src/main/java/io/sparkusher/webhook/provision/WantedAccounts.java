package io.sparkusher.webhook.provision;

import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.policies.pod.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the policies in force ask for.
 *
 * @param accounts by their names, in order
 * @param troubles with what cannot be made
 */
record WantedAccounts(SortedMap<AccountKey, WantedAccount> accounts, List<Trouble> troubles) {
    /** In the namespaces that have opted in, and in no others. */
    static WantedAccounts of(Collection<Verdict> verdicts, Collection<NamespaceView> namespaces) {
        WantedAccounts wanted = new WantedAccounts(new TreeMap<>(), new ArrayList<>());
        List<NamespaceView> optedIn =
                namespaces.stream().filter(NamespaceView::optedIn).toList();
        for (Verdict verdict : verdicts) {
            AccountRequest.of(verdict)
                    .ifPresent(request -> optedIn.stream()
                            .filter(request::isFor)
                            .forEach(namespace -> wanted.add(request, namespace)));
        }
        return wanted;
    }

    private void add(AccountRequest request, NamespaceView namespace) {
        TreeSet<String> policy = new TreeSet<>(List.of(request.policy().path()));
        request.names().forEach((role, template) -> {
            AccountName name = AccountName.of(template, role, namespace);
            if (name.fault().isPresent()) {
                troubles.add(new Trouble(TroubleCode.NameNotFixed, policy, sentence(role, template, namespace, name)));
            } else {
                AccountKey key = new AccountKey(namespace.name(), name.text());
                accounts.merge(key, new WantedAccount(key, role == Role.Driver, policy), WantedAccount::with);
            }
        });
    }

    private static String sentence(Role role, String template, NamespaceView namespace, AccountName name) {
        return "The service account %s of %ss is not made in namespace %s, as its name %s: %s"
                .formatted(
                        template,
                        role.label(),
                        namespace.name(),
                        name.fault().orElse("is none"),
                        "make it yourself, or give it another name");
    }
}
