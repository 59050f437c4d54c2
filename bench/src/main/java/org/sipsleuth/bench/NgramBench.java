package org.sipsleuth.bench;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScorer;
import org.sipsleuth.run.RunMonitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Embeds and scores distinct messages of a capture by the local model of 4-grams: 2,200 training
/// messages, the five nearest, one scorer a thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class NgramBench {

    private static final int TRAINING = 2_200;
    private static final int SCORED = 2_000;
    private static final int NEIGHBOURS = 5;

    /// The capture: `simulate mutations`, with at least 4,200 distinct messages.
    @Param("")
    public String capture = "";

    /// What is replaced before n-grams are counted.
    @Param({"NONE", "MESSAGE"})
    public Normalisation normalisation = Normalisation.MESSAGE;

    private final List<byte[]> messages = new ArrayList<>();
    private Embedding embedding = new Embedding(EmbeddingSettings.PAPER);
    private LocalModel model = LocalModel.fit(List.of(SparseVector.ZERO), 1);

    /// Reads the capture and fits the model to its first messages.
    ///
    /// @throws IOException if the capture cannot be read
    @Setup
    public void read() throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(Path.of(capture)), RunMonitor.NONE);
        embedding = new Embedding(EmbeddingSettings.PAPER.normalised(normalisation));
        Set<SparseVector> training = new LinkedHashSet<>();
        messages.clear();
        for (int i = 0; messages.size() < SCORED; i++) {
            byte[] bytes = index.bytes(i);
            SparseVector vector = embedding.embed(bytes);
            if (training.size() < TRAINING) {
                training.add(vector);
            } else if (!training.contains(vector)) {
                messages.add(bytes);
            }
        }
        model = LocalModel.fit(List.copyOf(training), NEIGHBOURS);
    }

    /// What one thread scores with.
    @State(Scope.Thread)
    public static class Worker {

        private @Nullable LocalScorer scorer;
        private int at;
    }

    /// One message.
    ///
    /// @return its score
    @Benchmark
    public double message(Worker worker) {
        LocalScorer scorer = worker.scorer;
        if (scorer == null) {
            scorer = model.scorer();
            worker.scorer = scorer;
        }
        worker.at = (worker.at + 1) % messages.size();
        return scorer.score(embedding.embed(messages.get(worker.at))).value();
    }
}
