package io.sparkusher.webhook.provision;

import java.util.SortedSet;

/**
 * Something that a policy asks for and that is not there.
 *
 * @param policies that ask for it, as paths; empty where none does any more
 * @param sentence for people: what is wrong, where, and what to do
 */
record Trouble(TroubleCode code, SortedSet<String> policies, String sentence) {}
