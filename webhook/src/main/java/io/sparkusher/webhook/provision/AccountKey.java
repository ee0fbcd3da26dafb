package io.sparkusher.webhook.provision;

import java.util.Comparator;

/** Names one service account. */
record AccountKey(String namespace, String name) implements Comparable<AccountKey> {
    private static final Comparator<AccountKey> ORDER =
            Comparator.comparing(AccountKey::namespace).thenComparing(AccountKey::name);

    @Override
    public int compareTo(AccountKey other) {
        return ORDER.compare(this, other);
    }

    /** How a sentence names it. */
    @Override
    public String toString() {
        return "service account " + namespace + "/" + name;
    }
}
