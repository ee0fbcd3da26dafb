package io.sparkusher.policies.compile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Spark version by its numeric prefix: vendors' suffixes do not count. */
public record SparkVersion(List<BigInteger> numbers) implements Comparable<SparkVersion> {
    private static final Pattern PREFIX = Pattern.compile("^([0-9]{1,9}(\\.[0-9]{1,9})*)");

    /** The version of a text, empty where it does not begin with a number. */
    public static Optional<SparkVersion> parse(@Nullable String text) {
        Matcher matcher = PREFIX.matcher(text == null ? "" : text);
        return matcher.find()
                ? Optional.of(new SparkVersion(Arrays.stream(matcher.group().split("\\."))
                        .map(BigInteger::new)
                        .toList()))
                : Optional.empty();
    }

    /** By the numbers from the left; those that are not there count as 0. */
    @Override
    public int compareTo(SparkVersion other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        for (int index = 0; index < length; index++) {
            int order = number(index).compareTo(other.number(index));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
