package io.sparkusher.policies.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the thread itself used in one shot, from a begin to an end: unlike the time on the clock it is the same on a
 * machine that others use, and unlike what JMH counts it is without what was made ready before.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class OwnUse {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double NANOSECONDS_OF_A_MICROSECOND = 1_000;

    /** For one operation; JMH adds up those of all its shots, and writes each of them into its results. */
    public double cpuMicroseconds;

    /** Likewise. */
    public double allocatedBytes;

    private long time;
    private long bytes;

    /** Of a shot. */
    public void begin() {
        bytes = allocated();
        time = THREADS.getCurrentThreadCpuTime();
    }

    /** Of the shot that began last, in which there were so many operations. */
    public void end(int operations) {
        cpuMicroseconds = (THREADS.getCurrentThreadCpuTime() - time) / NANOSECONDS_OF_A_MICROSECOND / operations;
        allocatedBytes = (double) (allocated() - bytes) / operations;
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
