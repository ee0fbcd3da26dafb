package io.sparkusher.policies.catalog;

/** What is remembered of one object, and which of its versions is gone by. */
sealed interface History permits PoolHistory, PolicyHistory {
    ObjectHistory object();
}
