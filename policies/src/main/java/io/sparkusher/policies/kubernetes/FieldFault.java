package io.sparkusher.policies.kubernetes;

/**
 * What the API server would refuse of an object.
 *
 * @param member the field at fault, with dots where it is one of an object within; empty for the object itself
 * @param sentence what is wrong and what to do, to be read after the field's name
 */
public record FieldFault(String member, String sentence) {}
