package io.sparkusher.webhook.benchmark;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What operations cost once.
 *
 * @param machine that they were measured on: times are of no other
 * @param costs by the names of the benchmarks
 */
record Baseline(String machine, SortedMap<String, Cost> costs) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Baseline read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Baseline.class);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    /** With these in place of their like; the others stay, as a run may be of some benchmarks alone. */
    Baseline with(Baseline measured) {
        SortedMap<String, Cost> all = new TreeMap<>(costs);
        all.putAll(measured.costs);
        return new Baseline(measured.machine, all);
    }
}
