package io.sparkusher.e2e.replay;

import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a program told of itself at one moment.
 *
 * @param text in the format of Prometheus
 */
record Scrape(String text) {
    private static final Pattern BOUND = Pattern.compile("le=\"([^\"]+)\"");

    /** The values of all series of that name together; zero where there is none. */
    double sum(String name) {
        return series(name)
                .mapToDouble(series -> Double.parseDouble(series.group(2)))
                .sum();
    }

    Histogram histogram(String name) {
        TreeMap<Double, Double> buckets = new TreeMap<>();
        series(name + "_bucket")
                .forEach(series ->
                        buckets.merge(bound(series.group(1)), Double.parseDouble(series.group(2)), Double::sum));
        return new Histogram(buckets);
    }

    /** The labels of each series of that name, and its value. */
    private Stream<MatchResult> series(String name) {
        return Pattern.compile("(?m)^" + name + "(\\{.*})? (\\S+)$")
                .matcher(text)
                .results();
    }

    private static double bound(String labels) {
        return BOUND.matcher(labels)
                .results()
                .map(bound -> bound.group(1))
                .mapToDouble(bound -> bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound))
                .findFirst()
                .orElseThrow();
    }
}
