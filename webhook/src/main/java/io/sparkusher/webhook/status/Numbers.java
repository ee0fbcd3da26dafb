package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whole numbers in the node that a parser would make of them: nodes of other types are never equal. */
final class Numbers {
    private Numbers() {}

    static void put(ObjectNode json, String field, long number) {
        int small = (int) number;
        if (small == number) {
            json.put(field, small);
        } else {
            json.put(field, number);
        }
    }
}
