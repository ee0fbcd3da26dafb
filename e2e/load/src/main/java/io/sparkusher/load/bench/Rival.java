package io.sparkusher.load.bench;

/** The two servers that are compared. */
enum Rival {
    Usher,
    Constant
}
