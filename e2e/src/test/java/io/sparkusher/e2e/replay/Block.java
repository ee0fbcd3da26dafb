package io.sparkusher.e2e.replay;

/**
 * One round of one mutator.
 *
 * @param usher what Spark Usher did meanwhile
 */
record Block(Mutator mutator, Tally tally, MeasuredUsher usher) {}
