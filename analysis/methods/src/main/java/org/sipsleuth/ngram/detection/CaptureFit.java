package org.sipsleuth.ngram.detection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;

/// Whether a model was trained on messages like those of a capture. Messages with defects are left
/// out, and of at least three hosts that begin dialogs the one with the most anomalous messages: so
/// that an attack by unusual messages does not look like a misfit.
///
/// @param expected the share of distinct messages that should be anomalous, 0 to 1
/// @param messages how many distinct messages without defects were scored, less those of the host
///     that is left out
/// @param anomalous how many of them are anomalous
/// @param leftOut that host; empty if none is left out
/// @param isOwnNetwork whether the capture is of the network that the model was trained on: there it
///     fits, however many are anomalous
public record CaptureFit(double expected, int messages, int anomalous, Optional<String> leftOut, boolean isOwnNetwork) {

    /// More standard deviations above what is expected are no chance.
    private static final double DEVIATIONS = 4;

    /// So many more than expected say nothing in a small capture.
    private static final int FEW = 3;

    /// Up to this share a model fits, however few it expects.
    private static final double ALWAYS_FITS = 0.05;

    /// With fewer hosts that begin dialogs none is left out.
    private static final int FEWEST_HOSTS = 3;

    /// By what is anomalous, then by how little is not: messages, then anomalous ones.
    private static final Comparator<int[]> FEWEST_USUAL =
            Comparator.<int[]>comparingInt(counts -> counts[1]).thenComparingInt(counts -> -counts[0]);

    static CaptureFit of(SipIndex index, NgramModel model, MessageScores scores) {
        return of(index, scores.distinct(), i -> scores.ofDistinct(i) > model.threshold().score(),
                Math.max(model.settings().falseAlarms(), model.threshold().expected()), model.network().isOf(index));
    }

    /// @param isAnomalous of distinct messages
    /// @param expected the share that should be, 0 to 1
    static CaptureFit of(SipIndex index, DistinctMessages distinct, IntPredicate isAnomalous, double expected,
            boolean isOwnNetwork) {
        Map<String, int[]> byHost = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            int message = distinct.first(i);
            if (!index.messages().isDefective(message)) {
                int[] counts = byHost.computeIfAbsent(began(index, message), _ -> new int[2]);
                counts[0]++;
                counts[1] += isAnomalous.test(i) ? 1 : 0;
            }
        }
        int messages = byHost.values().stream().mapToInt(counts -> counts[0]).sum();
        int anomalous = byHost.values().stream().mapToInt(counts -> counts[1]).sum();
        Optional<Map.Entry<String, int[]>> suspect =
                haveSeveralBegun(index) ? byHost.entrySet().stream().max(Map.Entry.comparingByValue(FEWEST_USUAL))
                        : Optional.empty();
        if (suspect.isPresent()) {
            messages -= suspect.get().getValue()[0];
            anomalous -= suspect.get().getValue()[1];
        }
        return new CaptureFit(expected, messages, anomalous, suspect.map(Map.Entry::getKey), isOwnNetwork);
    }

    private static boolean haveSeveralBegun(SipIndex index) {
        return IntStream.range(0, index.dialogs().size())
                .mapToObj(dialog -> host(index, index.dialogs().firstMessage(dialog)))
                .distinct()
                .limit(FEWEST_HOSTS)
                .count() == FEWEST_HOSTS;
    }

    /// The host that began the dialog of a message.
    private static String began(SipIndex index, int message) {
        return host(index, index.dialogs().firstMessage(index.messages().dialog(message)));
    }

    private static String host(SipIndex index, int message) {
        return index.messages().endpoint(index.messages().source(message)).host();
    }

    /// Whether that a message is anomalous means something.
    public boolean fits() {
        return isOwnNetwork || isExpected();
    }

    /// Whether so many anomalous messages can be chance. If not, the traffic is of other devices, or
    /// the own network has changed since training.
    public boolean isExpected() {
        double mean = expected * messages;
        double deviation = Math.sqrt(mean * (1 - expected));
        return anomalous <= Math.max(mean + DEVIATIONS * deviation + FEW, ALWAYS_FITS * messages);
    }
}
