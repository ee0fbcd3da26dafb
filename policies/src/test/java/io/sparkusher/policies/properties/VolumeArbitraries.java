package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.number;
import static io.sparkusher.policies.properties.Words.text;
import static io.sparkusher.policies.properties.Words.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Volumes and their mounts. */
final class VolumeArbitraries {
    static final String TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final String[] NAMES = {"data", "scratch", "conf", "usher-config-hadoop-conf"};
    private static final String[] CONFIG_MAPS = {"hadoop-conf", "spark.conf", "log4j"};
    private static final String[] PATHS = {"/data", "/data/", "/etc/hadoop/conf", "/opt/spark/conf", "/tmp/a", "/"};

    private VolumeArbitraries() {}

    static Arbitrary<ArrayNode> volumes() {
        return ObjectShape.list(volume(NAMES), 3, "name");
    }

    /** With those that Spark makes. */
    static Arbitrary<ArrayNode> volumesOfPods() {
        return ObjectShape.list(
                Arbitraries.oneOf(volume(NAMES), volume("spark-local-dir-1", "spark-local-dir-2")), 3, "name");
    }

    static Arbitrary<ArrayNode> mounts() {
        return ObjectShape.list(mount(PATHS), 3, "mountPath");
    }

    static Arbitrary<ArrayNode> sidecarMounts() {
        return ObjectShape.list(mount("/data", "/tmp/a", TOKEN_PATH), 2, "mountPath");
    }

    static Arbitrary<ArrayNode> configMaps() {
        Arbitrary<ObjectNode> configMap = new ObjectShape()
                .always("name", text(CONFIG_MAPS))
                .always("mountPath", text(PATHS))
                .sometimes(0.5, "env", text("HADOOP_CONF_DIR", "SPARK_CONF_DIR", "LOG4J_CONF"))
                .sometimes(0.3, "optional", truth())
                .build();
        return ObjectShape.list(configMap, 2, "mountPath");
    }

    /** Another source of Spark's own local volumes. */
    static Arbitrary<ObjectNode> localDirs() {
        return Arbitraries.oneOf(
                new ObjectShape().always("emptyDir", emptyDir().build()).build(),
                new ObjectShape()
                        .always(
                                "hostPath",
                                new ObjectShape()
                                        .always("path", text("/mnt/spark"))
                                        .build())
                        .build());
    }

    static Arbitrary<ArrayNode> secrets() {
        Arbitrary<ObjectNode> secret = new ObjectShape()
                .always("name", text("keys", "keytab"))
                .always("mountPath", text("/etc/keys", "/data"))
                .sometimes(0.4, "env", text("KEYS"))
                .sometimes(0.3, "optional", truth())
                .build();
        return ObjectShape.list(secret, 2, "mountPath");
    }

    private static Arbitrary<ObjectNode> volume(String... names) {
        return Arbitraries.oneOf(
                volume(names, "emptyDir", emptyDir()),
                volume(names, "configMap", configMapSource()),
                volume(names, "secret", new ObjectShape().always("secretName", text("keys"))),
                volume(
                        names,
                        "hostPath",
                        new ObjectShape().always("path", text("/mnt")).always("type", text("", "Directory"))),
                volume(
                        names,
                        "persistentVolumeClaim",
                        new ObjectShape().always("claimName", text("claim")).sometimes(0.5, "readOnly", truth())));
    }

    private static Arbitrary<ObjectNode> volume(String[] names, String kind, ObjectShape source) {
        return new ObjectShape()
                .always("name", text(names))
                .always(kind, source.build())
                .build();
    }

    private static ObjectShape emptyDir() {
        return new ObjectShape()
                .sometimes(0.3, "medium", text("", "Memory"))
                .sometimes(0.3, "sizeLimit", Words.memory());
    }

    private static ObjectShape configMapSource() {
        Arbitrary<? extends JsonNode> items = ObjectShape.list(
                new ObjectShape()
                        .always("key", text("a", "b"))
                        .always("path", text("a"))
                        .build(),
                2,
                "key");
        return new ObjectShape()
                .always("name", text(CONFIG_MAPS))
                .sometimes(0.3, "items", items)
                .sometimes(0.3, "defaultMode", number(420, 256))
                .sometimes(0.2, "optional", truth());
    }

    private static Arbitrary<ObjectNode> mount(String... paths) {
        return new ObjectShape()
                .always("name", text("data", "scratch", "conf", "spark-local-dir-1"))
                .always("mountPath", text(paths))
                .sometimes(0.3, "readOnly", truth())
                .sometimes(0.2, "subPath", text("", "part"))
                .build();
    }
}
