package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Something about a pod that is rare, or that the API server itself would refuse. */
enum Oddity {
    NullsForWhatIsNotThere {
        @Override
        void applyTo(ObjectNode pod) {
            metadata(pod).putNull("ownerReferences");
            if (!metadata(pod).has("annotations")) {
                metadata(pod).putNull("annotations");
            }
            for (String member : NULLABLE) {
                if (!spec(pod).has(member)) {
                    spec(pod).putNull(member);
                }
            }
            containers(pod).forEach(container -> ((ObjectNode) container).putNull("lifecycle"));
        }
    },
    EmptyListsAndObjects {
        @Override
        void applyTo(ObjectNode pod) {
            for (String member : NULLABLE) {
                if (!spec(pod).has(member)) {
                    spec(pod).putArray(member);
                }
            }
            if (!spec(pod).has("affinity")) {
                spec(pod).putObject("affinity").putObject("nodeAffinity");
            }
            if (!metadata(pod).has("annotations")) {
                metadata(pod).putObject("annotations");
            }
        }
    },
    VariableTwice {
        @Override
        void applyTo(ObjectNode pod) {
            containers(pod)
                    .forEach(container -> ((ObjectNode) container)
                            .withArrayProperty("env")
                            .addAll(ContainerArbitraries.enlarged(colours(), 0)));
        }

        private ArrayNode colours() {
            ArrayNode colours = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
            colours.addObject().put("name", "COLOUR").put("value", "red");
            colours.addObject().put("name", "COLOUR").put("value", "blue");
            return colours;
        }
    },
    EnormousEnvironment {
        @Override
        void applyTo(ObjectNode pod) {
            containers(pod).forEach(container -> {
                ObjectNode first = (ObjectNode) container;
                first.set("env", ContainerArbitraries.enlarged(first.withArrayProperty("env"), 50));
            });
        }
    },
    VolumeTwice {
        @Override
        void applyTo(ObjectNode pod) {
            ArrayNode volumes = spec(pod).withArrayProperty("volumes");
            volumes.addObject().put("name", "data").putObject("emptyDir");
            volumes.addObject().put("name", "data").putObject("emptyDir");
        }
    },
    MountOfNoVolume {
        @Override
        void applyTo(ObjectNode pod) {
            containers(pod)
                    .forEach(container -> ((ObjectNode) container)
                            .withArrayProperty("volumeMounts")
                            .addObject()
                            .put("name", "nowhere")
                            .put("mountPath", "/tmp/a"));
        }
    },
    MountPathTwice {
        @Override
        void applyTo(ObjectNode pod) {
            containers(pod).forEach(container -> {
                ArrayNode mounts = ((ObjectNode) container).withArrayProperty("volumeMounts");
                mounts.addObject().put("name", "data").put("mountPath", "/data");
                mounts.addObject().put("name", "data").put("mountPath", "/data");
            });
        }
    },
    RequestOverLimit {
        @Override
        void applyTo(ObjectNode pod) {
            containers(pod).forEach(container -> {
                ObjectNode resources = ((ObjectNode) container).putObject("resources");
                resources.putObject("requests").put("memory", "3Gi");
                resources.putObject("limits").put("memory", "1Gi");
            });
        }
    },
    SubmittedStamp {
        @Override
        void applyTo(ObjectNode pod) {
            annotate(pod, "spark-usher.io/applied", "SparkPodPolicy/team-a/alpha@1");
        }
    },
    Waiver {
        @Override
        void applyTo(ObjectNode pod) {
            annotate(pod, "spark-usher.io/skip", "true");
        }
    },
    IdentityOfAnotherWebhook {
        @Override
        void applyTo(ObjectNode pod) {
            containers(pod)
                    .forEach(container -> ((ObjectNode) container)
                            .withArrayProperty("env")
                            .addObject()
                            .put("name", "AWS_ROLE_ARN")
                            .put("value", "arn:role"));
        }
    },
    NoContainerIsSparks {
        @Override
        void applyTo(ObjectNode pod) {
            annotate(pod, "spark-usher.io/container", "not-there");
        }
    },
    NoContainers {
        @Override
        void applyTo(ObjectNode pod) {
            spec(pod).remove("containers");
        }
    },
    UnknownFieldsEverywhere {
        @Override
        void applyTo(ObjectNode pod) {
            io.sparkusher.policies.golden.UnknownFields.addEverywhere(pod);
        }
    };

    private static final String[] NULLABLE = {
        "volumes", "initContainers", "tolerations", "imagePullSecrets", "topologySpreadConstraints"
    };

    abstract void applyTo(ObjectNode pod);

    private static ObjectNode metadata(ObjectNode pod) {
        return (ObjectNode) pod.path("metadata");
    }

    private static ObjectNode spec(ObjectNode pod) {
        return (ObjectNode) pod.path("spec");
    }

    private static void annotate(ObjectNode pod, String key, String value) {
        if (!(metadata(pod).path("annotations") instanceof ObjectNode)) {
            metadata(pod).putObject("annotations");
        }
        ((ObjectNode) metadata(pod).path("annotations")).put(key, value);
    }

    /** The containers, or as much as there is of them. */
    private static Iterable<JsonNode> containers(ObjectNode pod) {
        return () -> {
            Iterator<JsonNode> containers = spec(pod).path("containers").iterator();
            return containers;
        };
    }
}
