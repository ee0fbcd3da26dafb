package io.sparkusher.policies.tree;

import com.fasterxml.jackson.core.SerializableString;

/** A tree of which the JSON is kept, as it cannot change. */
sealed interface Written permits FrozenObject, FrozenArray {
    /** Made when it is asked for first, as few of all policies' values are ever written to a pod. */
    SerializableString json();
}
