package org.sipsleuth.sequence.unknown;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Measure;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.known.Alignment;
import org.sipsleuth.sequence.known.Continuation;
import org.sipsleuth.sequence.known.DifferenceText;
import org.sipsleuth.sequence.known.Neighbour;

/// Says in words how a group of unknown dialogs departs from what is known.
public final class SequenceWords {

    public static final String MAXIMUM = "maximum output";
    public static final String SKEWNESS = "skewness";
    public static final String KURTOSIS = "kurtosis";
    public static final String OBSERVED = "observed in training";

    private static final int MOST_TYPES = 20;
    private static final int MOST_EXPECTED = 3;
    private static final int LEAST_MESSAGES_PER_DIFFERENCE = 3;

    private SequenceWords() {}

    /// The group in a few words.
    static String title(UnknownGroup group) {
        String difference = difference(group);
        return switch (group.departure()) {
            case LEAVES_THE_KNOWN -> "Unfamiliar sequence: " + difference;
            case STOPS_EARLY -> "Incomplete dialog: " + difference;
            case STILL_OPEN -> "Dialog still open: " + difference;
        };
    }

    /// The difference from the nearest known dialog, `as known dialog 12, but with a second INVITE
    /// after 200`; `no similar known sequence` if more than a third of the messages differ.
    public static String difference(UnknownGroup group) {
        Neighbour nearest = group.neighbours().getFirst();
        return isSimilar(nearest.alignment())
                ? DifferenceText.of(
                        "as known dialog " + nearest.dialogClass() + ", but", nearest.alignment())
                : "no similar known sequence";
    }

    private static boolean isSimilar(Alignment alignment) {
        int longer = Math.max(alignment.known().size(), alignment.other().size());
        return LEAST_MESSAGES_PER_DIFFERENCE * alignment.distance() <= longer;
    }

    /// Why the group is unknown, in sentences.
    static String explanation(UnknownGroup group) {
        KnownDialogs known = group.model().known();
        return String.join(
                        " ",
                        observed(group, known),
                        departure(group),
                        nearest(group, known),
                        network(group),
                        group.score().isCut()
                                ? String.format(
                                        Locale.ROOT,
                                        "It is longer than any training dialog (%,d messages).",
                                        known.length())
                                : "")
                .strip();
    }

    private static String observed(UnknownGroup group, KnownDialogs known) {
        return String.format(
                Locale.ROOT,
                "%s the sequence %s, which does not occur in the %,d training dialogs.",
                group.count() == 1
                        ? "One dialog has"
                        : String.format(Locale.ROOT, "%,d dialogs have", group.count()),
                text(group.types()),
                known.dialogs());
    }

    /// A sequence for people: not all of a long one.
    public static String text(List<String> types) {
        String text =
                types.stream()
                        .limit(MOST_TYPES)
                        .map(DifferenceText::shown)
                        .collect(Collectors.joining(" "));
        return types.size() <= MOST_TYPES
                ? text
                : String.format(Locale.ROOT, "%s … (%,d messages)", text, types.size());
    }

    private static String departure(UnknownGroup group) {
        List<Continuation> expected = group.expected();
        String went =
                expected.isEmpty()
                        ? "training dialogs end"
                        : "training dialogs continue with "
                                + expected.stream()
                                        .limit(MOST_EXPECTED)
                                        .map(SequenceWords::continuation)
                                        .collect(Collectors.joining(", "));
        int leftAt = group.leftAt();
        return switch (group.departure()) {
            case LEAVES_THE_KNOWN ->
                    leftAt == 0
                            ? "No training dialog begins with %s."
                                    .formatted(DifferenceText.shown(group.types().getFirst()))
                            : "First deviation: message %d, %s; after the same beginning, %s."
                                    .formatted(
                                            leftAt + 1,
                                            DifferenceText.shown(group.types().get(leftAt)),
                                            went);
            case STOPS_EARLY ->
                    "It begins like known dialogs and stops after message %d, where %s."
                            .formatted(group.types().size(), went);
            case STILL_OPEN ->
                    "It begins like known dialogs, but the capture ends where %s.".formatted(went);
        };
    }

    private static String continuation(Continuation continuation) {
        return String.format(
                Locale.ROOT,
                "%s (%.0f %%)",
                DifferenceText.shown(continuation.type()),
                continuation.probability() * 100);
    }

    private static String nearest(UnknownGroup group, KnownDialogs known) {
        Neighbour nearest = group.neighbours().getFirst();
        if (!isSimilar(nearest.alignment())) {
            return "There is no similar known sequence.";
        }
        return String.format(
                Locale.ROOT,
                "The most similar sequence is known dialog %d (%s; %,d in training). This one is %s.",
                nearest.dialogClass(),
                text(known.types(nearest.dialogClass())),
                known.count(nearest.dialogClass()),
                difference(group));
    }

    private static String network(UnknownGroup group) {
        List<Measure> below =
                SequenceFindings.measures(group).stream()
                        .filter(measure -> !measure.statistic().equals(OBSERVED))
                        .filter(Measure::isAnomalous)
                        .toList();
        if (below.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "The network's closest class is known dialog %d (output %.4f); no statistic"
                            + " is below its threshold.",
                    group.score().best(),
                    group.score().maximum());
        }
        return "The network's "
                + below.stream().map(SequenceWords::measure).collect(Collectors.joining(", "))
                + ".";
    }

    private static String measure(Measure measure) {
        return String.format(
                Locale.ROOT,
                "%s of %.6f is below the threshold of %.6f",
                measure.statistic(),
                measure.value(),
                measure.threshold());
    }
}
