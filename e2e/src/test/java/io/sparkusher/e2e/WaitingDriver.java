package io.sparkusher.e2e;

/**
 * A Spark application that asks for its executors and then waits to be ended. It reaches Spark by name, so that one
 * class file serves every Spark and none is on the class path of the tests.
 */
public final class WaitingDriver {
    private WaitingDriver() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, InterruptedException {
        Class.forName("org.apache.spark.SparkContext").getConstructor().newInstance();
        Thread.currentThread().join();
    }
}
