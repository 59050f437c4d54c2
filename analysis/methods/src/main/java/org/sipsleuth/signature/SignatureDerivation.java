package org.sipsleuth.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.ngram.cluster.Clusters;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.run.RunMonitor;

/// Derives signatures from anomalous messages (paper 3, section 4.3): groups them by k-means over
/// the n-grams that normal messages lack, averages each group, prunes it to the heaviest n-grams,
/// joins those that overlap, and sets the threshold so that no clean message given has the
/// signature. The same messages, settings and seed give the same signatures.
public final class SignatureDerivation {

    /// The largest number of anomalous messages, whose vectors are kept (some 10 KB each).
    public static final int MOST_ANOMALOUS = 10_000;

    /// The largest number of clean messages.
    public static final int MOST_CLEAN = 100_000;

    /// n-grams kept before they are joined, for each string of the signature.
    private static final int GRAMS_PER_STRING = 8;

    /// Groups of fewer messages get no signature: it would describe these messages only.
    private static final int LEAST_GROUP = 3;

    /// The share of a group that its signature must match; groups below it get none.
    private static final double LEAST_MATCHED = 0.5;

    private final SignatureSettings settings;
    private final Embedding embedding;

    /// A derivation.
    public SignatureDerivation(SignatureSettings settings) {
        this.settings = settings;
        this.embedding = new Embedding(EmbeddingSettings.bytes(settings.grams()));
    }

    /// Derives a signature for each group of at least three anomalous messages that differs from
    /// the clean ones; or, of the kind FOREIGN, some of all messages together.
    ///
    /// @param anomalous distinct messages, at most [#MOST_ANOMALOUS]
    /// @param clean distinct messages that no signature may match, of the same network where
    ///     possible; at most [#MOST_CLEAN]
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public List<Signature> derive(List<byte[]> anomalous, List<byte[]> clean, RunMonitor monitor) {
        if (settings.kind() == SignatureKind.FOREIGN) {
            return new ForeignPairs(clean).signatures(anomalous);
        }
        List<SparseVector> vectors = anomalous.stream().map(embedding::embed).toList();
        GramWeights weights = new GramWeights(embedding, clean);
        Clusters clusters = Clusters.of(weights.foreign(vectors), settings.clusters(), settings.seed(), monitor);
        List<Signature> derived = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            monitor.throwIfCancelled();
            int[] members = clusters.members(cluster);
            if (members.length < LEAST_GROUP) {
                continue;
            }
            List<byte[]> group = Arrays.stream(members).mapToObj(anomalous::get).toList();
            List<SparseVector> its = Arrays.stream(members).mapToObj(vectors::get).toList();
            String name = "anomaly_" + (cluster + 1);
            int most = settings.strings() * GRAMS_PER_STRING;
            signature(name, weights.foreign(its, most), group, clean)
                    .or(() -> signature(name, weights.all(its, settings.kind(), most), group, clean))
                    .ifPresent(derived::add);
        }
        return List.copyOf(derived);
    }

    private Optional<Signature> signature(String name, List<WeightedString> grams, List<byte[]> group,
            List<byte[]> clean) {
        List<WeightedString> joined = new JoinedStrings(group).of(grams);
        List<WeightedString> strings = joined.subList(0, Math.min(settings.strings(), joined.size()));
        return strings.isEmpty() ? Optional.empty()
                : threshold(new Signature(name, settings.kind(), strings, 1, group.size()), group, clean);
    }

    /// Half-way between the largest sum of the clean messages and the least of those in the group
    /// above it.
    private static Optional<Signature> threshold(Signature signature, List<byte[]> group, List<byte[]> clean) {
        SignatureScanner scanner = new SignatureScanner(List.of(signature));
        long largest = clean.isEmpty() ? 0 : Math.max(0, scanner.largest(clean)[0]);
        long[] above = group.stream()
                .mapToLong(message -> scanner.sums(message)[0])
                .filter(sum -> sum > largest)
                .sorted()
                .toArray();
        if (above.length < Math.max(1, LEAST_MATCHED * group.size())) {
            return Optional.empty();
        }
        return Optional.of(signature.withThreshold(largest + Math.max(1, (above[0] - largest + 1) / 2)));
    }
}
