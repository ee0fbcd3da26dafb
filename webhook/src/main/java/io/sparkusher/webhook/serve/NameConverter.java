package io.sparkusher.webhook.serve;

import io.sparkusher.certs.SubjectAlternativeName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a DNS name or an IP address. */
final class NameConverter implements ITypeConverter<SubjectAlternativeName> {
    @Override
    public SubjectAlternativeName convert(String text) {
        try {
            return SubjectAlternativeName.parse(text);
        } catch (IllegalArgumentException exception) {
            throw new TypeConversionException(String.valueOf(exception.getMessage()));
        }
    }
}
