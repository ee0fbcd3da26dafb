package io.sparkusher.e2e.provision;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A Spark application that has its executors made, gives some up as dynamic allocation and decommissioning do, fails
 * with a diagnosis where its Spark knows how to, and ends in order: every call to the API server that a driver makes.
 * Its executors need not run. It reaches Spark by name, so that one class file serves every Spark.
 */
public final class ThoroughDriver {
    private static final List<String> GIVEN_UP = List.of("1", "2");

    private ThoroughDriver() {}

    /** With how many seconds to leave Spark between its steps, which it takes in threads of its own. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Duration pause = Duration.ofSeconds(Long.parseLong(arguments[0]));
        Object context =
                Class.forName("org.apache.spark.SparkContext").getConstructor().newInstance();
        pause(pause);
        Object backend = call(context, "schedulerBackend");
        if (!Arrays.asList(arguments).contains("keep-executors")) {
            call(context, "requestTotalExecutors", 3, 0, emptyMap());
            pause(pause);
            call(backend, "doKillExecutors", scalaSeq());
            pause(pause);
            call(context, "requestTotalExecutors", 1, 0, emptyMap());
            pause(pause);
        }
        diagnose(context);
        call(context, "stop");
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static Object emptyMap() throws ReflectiveOperationException {
        return call(
                Class.forName("scala.collection.immutable.Map$")
                        .getField("MODULE$")
                        .get(null),
                "empty");
    }

    private static Object scalaSeq() throws ReflectiveOperationException {
        Object buffer = Class.forName("scala.collection.mutable.ArrayBuffer")
                .getConstructor()
                .newInstance();
        for (String executor : GIVEN_UP) {
            call(buffer, "$plus$eq", executor);
        }
        return call(buffer, "toList");
    }

    /** From Spark 4.1 on a driver that fails writes why on its pod. */
    private static void diagnose(Object context) throws ReflectiveOperationException {
        Class<?> setter;
        try {
            setter = Class.forName("org.apache.spark.deploy.k8s.SparkKubernetesDiagnosticsSetter");
        } catch (ClassNotFoundException older) {
            return;
        }
        call(
                setter.getConstructor().newInstance(),
                "setDiagnostics",
                new IllegalStateException("as if the application had failed"),
                call(context, "conf"));
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        Method found = Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments.length)
                .filter(method -> !method.isBridge())
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(target.getClass().getName() + "." + name));
        return found.invoke(target, arguments);
    }
}
