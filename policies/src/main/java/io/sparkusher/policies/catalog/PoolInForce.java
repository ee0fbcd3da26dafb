package io.sparkusher.policies.catalog;

import io.sparkusher.policies.api.SparkNodePool;
import io.sparkusher.policies.compile.PolicyCompiler;
import io.sparkusher.policies.injection.NodePool;

/**
 * A node pool as policies are compiled with it.
 *
 * @param uid of the object, as a name may come back
 */
record PoolInForce(NodePool pool, long generation, String uid) {
    static PoolInForce of(SparkNodePool pool, ReadVersion version, String uid) {
        return new PoolInForce(PolicyCompiler.pool(pool), version.generation(), uid);
    }

    /** What tells it from every other version of every pool. */
    String identity() {
        return pool.name() + "@" + generation + "/" + uid;
    }
}
