package org.sipsleuth.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.FloatArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;

/// A small model that says and holds something of every kind.
public final class TestModel {

    static final String SHA256 = "0123456789abcdef".repeat(4);

    private TestModel() {}

    /// What it says.
    public static ModelFacts facts() {
        return new ModelFacts(new ModelType("sequence", 1), "Office “normal”",
                Facts.builder()
                        .put("network", "cnn")
                        .put("batch", 64)
                        .put("learning_rate", 0.001)
                        .put("retransmissions", false)
                        .build(),
                training(), Facts.builder().put("skewness", 0.9375).put("kurtosis", 0.875).build(),
                Facts.builder()
                        .putTexts("alphabet", List.of("INVITE", "ACK", "100", "200"))
                        .putNumbers("loss", 6.5, 1.25, 0.03125)
                        .putIntegers("lengths", 3, 56)
                        .put("best", Facts.builder().put("epoch", 29).build())
                        .build());
    }

    private static Training training() {
        return new Training("normal traffic of one office day",
                List.of(new Training.Input("monday.pcap", SHA256, 12_345, 1_024),
                        new Training.Input("tuesday.pcapng", SHA256, 2_000, 200)),
                Facts.builder().put("sequences", 928).put("dialogs", 1_224).build(), 4_475, 30,
                new Training.Origin("0.1.0", Instant.parse("2026-11-20T12:00:00Z"), "CC0-1.0, made by simulation"));
    }

    /// What it holds.
    public static List<ModelArray> arrays() {
        return List.of(FloatArray.of("dense.weights", new float[]{1, -2.5f, 0, 1e-30f, 3, 4}, 2, 3),
                DoubleArray.of("maxima", new double[]{0.1, Math.PI}, 2),
                IntArray.of("tree", new int[]{Integer.MIN_VALUE, -1, 0, 7}, 4));
    }

    static ModelFile model() {
        return ModelFile.of(facts(), arrays());
    }

    /// Its file.
    public static byte[] bytes() {
        return model().toBytes();
    }

    /// Its `facts.json`.
    public static String json() {
        return new String(FactsJson.write(model().facts()), StandardCharsets.UTF_8);
    }

    /// Its file with other facts but the same arrays.
    public static byte[] withFacts(byte[] json) {
        return new RawZip().add("facts.json", json)
                .add("weights/dense.weights.f32", entry("weights/dense.weights.f32"))
                .add("weights/maxima.f64", entry("weights/maxima.f64"))
                .add("weights/tree.i32", entry("weights/tree.i32"))
                .bytes();
    }

    /// The bytes of one of its entries.
    static byte[] entry(String name) {
        return ZipView.entries(bytes()).get(name);
    }
}
