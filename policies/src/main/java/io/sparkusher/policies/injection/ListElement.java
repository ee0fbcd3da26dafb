package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.Coverage;
import io.sparkusher.policies.patch.Place;

/** An element that a list of the pod has or gets. */
record ListElement(String field, Place list, ListKey key, ObjectNode wanted) {
    boolean exists() {
        return index() >= 0;
    }

    /** Whether it says what is wanted. */
    boolean holds() {
        return Coverage.covers(list.value().path(index()), wanted);
    }

    void write() {
        if (!exists()) {
            list.append(wanted);
        } else if (!holds()) {
            list.element(index()).set(wanted);
        }
    }

    private int index() {
        return key.indexOf(wanted, list.value());
    }
}
