package io.sparkusher.e2e.jobs;

import java.io.Serializable;
import java.util.List;

/** What an executor found while it worked on one number. */
record Testimony(int number, List<String> lines) implements Serializable {}
