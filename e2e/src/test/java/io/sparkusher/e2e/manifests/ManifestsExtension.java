package io.sparkusher.e2e.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test classes the cluster with the project's manifests; each applies those that it needs. */
final class ManifestsExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ManagedCluster.class;
    }

    /** JUnit closes it after the last test class. */
    @Override
    public ManagedCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ManagedCluster.class))
                .getOrComputeIfAbsent(
                        ManagedCluster.class,
                        ignored -> {
                            try {
                                return ManagedCluster.connect();
                            } catch (IOException exception) {
                                throw new UncheckedIOException(exception);
                            }
                        },
                        ManagedCluster.class);
    }
}
