package org.sipsleuth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.detection.NgramScorer;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScorer;
import org.sipsleuth.ngram.unseen.UnseenModel;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

/// Scores distinct messages of the scenario `mutations` on all processors, by a model of 2,200
/// normal ones. Their bytes are in memory.
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx2g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class NgramBench {

    private static final long SEED = 7;
    private static final int MUTATED = 4_000;
    private static final int TRAINING = 2_200;
    private static final int SCORED = 10_000;
    private static final int NEIGHBOURS = 5;
    private static final int SLICE = 250;

    /// Which score: distances to the nearest, or n-grams that no normal message has.
    @Param({"local", "unseen"})
    public String kind = "local";

    /// Whether identifiers are replaced before.
    @Param({"none", "network"})
    public String replaced = "none";

    private List<byte[]> messages = List.of();
    private List<SparseVector> vectors = List.of();
    private Embedding embedding = new Embedding(EmbeddingSettings.PAPER);
    private LocalModel local = LocalModel.fit(List.of(embedding.embed(new byte[] {1})), 1);
    private UnseenModel unseen = UnseenModel.fit(List.of());

    /// Plays the scenario and learns from the first normal messages.
    @Setup
    public void play() throws IOException {
        embedding =
                new Embedding(
                        EmbeddingSettings.PAPER.normalised(
                                Normalisation.of(replaced).orElseThrow()));
        SipIndex index = simulated(SEED, 0);
        SipIndex odd = simulated(SEED + 1, MUTATED);
        List<SparseVector> training =
                IntStream.range(0, TRAINING)
                        .mapToObj(i -> embedding.embed(index.bytes(i), Optional.empty()))
                        .toList();
        local = LocalModel.fit(training, NEIGHBOURS);
        unseen = UnseenModel.fit(training);
        Set<SparseVector> seen = new HashSet<>();
        List<byte[]> distinct = new ArrayList<>();
        List<SparseVector> embedded = new ArrayList<>();
        for (int i = 0; i < odd.messages().size() && distinct.size() < SCORED; i++) {
            SparseVector vector = embedding.embed(odd.bytes(i), Optional.empty());
            if (seen.add(vector)) {
                distinct.add(odd.bytes(i));
                embedded.add(vector);
            }
        }
        messages = List.copyOf(distinct);
        vectors = List.copyOf(embedded);
    }

    private static SipIndex simulated(long seed, int mutated) throws IOException {
        Path folder = Files.createDirectories(Benchmarks.folder());
        Path capture = folder.resolve("mutations-" + seed + ".pcap");
        if (Files.exists(capture)) {
            return CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        }
        try {
            Scenario scenario = Scenarios.named("mutations").orElseThrow();
            Settings settings =
                    Settings.of(
                            Simulation.settings(scenario),
                            Map.of(
                                    "normal-dialogs",
                                    "900",
                                    "mutated-dialogs",
                                    Integer.toString(mutated),
                                    "permute",
                                    "yes"));
            Simulation.run(scenario, seed, settings, capture, RunMonitor.NONE);
        } catch (SettingException impossible) {
            throw new IllegalStateException("mutations", impossible);
        }
        return CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
    }

    /// From vectors to scores.
    @Benchmark
    public double score(Counted.Messages counted) {
        counted.messages += vectors.size();
        return sum(vectors::get);
    }

    /// From bytes to scores.
    @Benchmark
    public double read(Counted.Messages counted) {
        counted.messages += messages.size();
        return sum(i -> embedding.embed(messages.get(i), Optional.empty()));
    }

    private double sum(IntFunction<SparseVector> vectorOf) {
        return IntStream.rangeClosed(0, (messages.size() - 1) / SLICE)
                .parallel()
                .mapToDouble(
                        slice -> {
                            NgramScorer scorer = scorer();
                            int end = Math.min(messages.size(), (slice + 1) * SLICE);
                            return IntStream.range(slice * SLICE, end)
                                    .mapToDouble(i -> scorer.score(vectorOf.apply(i)))
                                    .sum();
                        })
                .sum();
    }

    private NgramScorer scorer() {
        if (kind.equals("unseen")) {
            return unseen::score;
        }
        LocalScorer scorer = local.scorer();
        return message -> scorer.score(message).value();
    }
}
