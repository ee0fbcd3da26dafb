package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitrary;

/** What makes a pod one of Spark's, or not. */
enum PodKind {
    Driver {
        @Override
        Arbitrary<ObjectNode> labels() {
            return ofApplication().always("spark-role", text("driver")).build();
        }
    },
    Executor {
        @Override
        Arbitrary<ObjectNode> labels() {
            return ofApplication()
                    .always("spark-role", text("executor"))
                    .always("spark-exec-id", text("1", "2", "3", "8", "", "EXECID", "x1", "0", "99999999999"))
                    .build();
        }
    },
    StatefulSetExecutor {
        @Override
        Arbitrary<ObjectNode> labels() {
            return ofApplication()
                    .always("spark-role", text("executor"))
                    .always("spark-exec-id", text("EXECID"))
                    .sometimes(0.9, "apps.kubernetes.io/pod-index", text("0", "1", "7"))
                    .build();
        }
    },
    Notebook {
        @Override
        Arbitrary<ObjectNode> labels() {
            return new ObjectShape()
                    .always("spark-usher.io/role", text("driver", "executor"))
                    .build();
        }
    },
    NotSpark {
        @Override
        Arbitrary<ObjectNode> labels() {
            return new ObjectShape()
                    .sometimes(0.3, "spark-role", text("", "Driver", "worker"))
                    .sometimes(0.3, "spark-usher.io/role", text("", "EXECUTOR"))
                    .sometimes(0.3, "spark-app-selector", text("spark-1"))
                    .build();
        }
    };

    abstract Arbitrary<ObjectNode> labels();

    private static ObjectShape ofApplication() {
        return new ObjectShape()
                .sometimes(0.9, "spark-app-selector", text("spark-1"))
                .sometimes(0.8, "spark-app-name", text("etl-daily", "adhoc"))
                .sometimes(0.8, "spark-version", text("4.1.1", "3.5.5-amzn-1", "3.2.4", "main"));
    }
}
