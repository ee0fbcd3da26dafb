package io.sparkusher.e2e.spark;

import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.SparkSubmit;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The Sparks that the build has made ready, oldest first. */
final class Sparks {
    private Sparks() {}

    static List<SparkSubmit> all() throws IOException {
        return SparkSubmit.all(Settings.ofTheBuild())
                .sorted(Comparator.comparing(SparkSubmit::version))
                .toList();
    }

    static SparkSubmit newest() throws IOException {
        List<SparkSubmit> all = all();
        return all.get(all.size() - 1);
    }

    static SparkSubmit oldest() throws IOException {
        return all().get(0);
    }

    static final class Every implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context)
                throws IOException {
            return all().stream().map(Arguments::of);
        }
    }

    static final class Newest implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context)
                throws IOException {
            return Stream.of(Arguments.of(newest()));
        }
    }
}
