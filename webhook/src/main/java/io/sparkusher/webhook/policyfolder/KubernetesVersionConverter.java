package io.sparkusher.webhook.policyfolder;

import io.sparkusher.policies.kubernetes.KubernetesVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the version of a cluster. */
public final class KubernetesVersionConverter implements ITypeConverter<KubernetesVersion> {
    @Override
    public KubernetesVersion convert(String text) {
        return KubernetesVersion.parse(text)
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is no version, as 1.36 is"));
    }
}
