package io.sparkusher.policies.injection;

import io.sparkusher.policies.variables.Template;
import java.util.function.Function;

/**
 * An injection of which the values depend on the pod through variables. A pod refuses it where a variable has no value.
 *
 * @param part the part of the policy, with variables
 * @param injection makes the injection of the part without them
 */
public record TemplatedInjection<V>(V part, Function<V, Injection> injection) implements Injection {
    /** The injection of a part of a policy, which may have variables. */
    public static <V> Injection of(V part, Function<V, Injection> injection) {
        return Expansion.isNeededFor(part) ? new TemplatedInjection<>(part, injection) : injection.apply(part);
    }

    @Override
    public void applyTo(PolicyApplication application) {
        PodVariables variables = new PodVariables(application.pod());
        V expanded = new Expansion(text -> Template.expand(text, variables::value)).of(part);
        injection.apply(expanded).applyTo(application);
    }
}
