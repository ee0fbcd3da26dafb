package io.sparkusher.policies.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The thread's own CPU time of one shot: unlike the time on the clock it is the same on a machine that others use. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOSECONDS_OF_A_MICROSECOND = 1_000;

    /** Microseconds for one operation; JMH adds up those of its ten shots. */
    public double cpuMicroseconds;

    private long begin;

    @Setup(Level.Invocation)
    public void begin() {
        begin = THREADS.getCurrentThreadCpuTime();
    }

    void end(int operations) {
        long used = THREADS.getCurrentThreadCpuTime() - begin;
        cpuMicroseconds = used / NANOSECONDS_OF_A_MICROSECOND / operations;
    }
}
