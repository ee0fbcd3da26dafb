package io.sparkusher.policies.api;

/** A Spark property. */
public record SparkProperty(
        @Required @Description("The property, such as spark.eventLog.enabled.")
        String name,

        @Required @Description("What it is set to, as a text.")
        String value) {}
