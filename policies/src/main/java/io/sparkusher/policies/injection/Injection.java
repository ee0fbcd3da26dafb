package io.sparkusher.policies.injection;

/**
 * One kind of thing that a policy adds to pods, compiled. Immutable and free of I/O. Applied to a pod on which it was
 * applied before, it changes nothing.
 */
public interface Injection {
    /**
     * Adds what it has to add, or finds it there, and tells the application which.
     *
     * @throws CannotApplyException where the pod would not be valid with it, or it cannot be told what to do
     */
    void applyTo(PolicyApplication application);
}
