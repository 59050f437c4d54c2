package org.sipsleuth.sequence.unknown;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.alignment.Alignment;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.known.Continuation;
import org.sipsleuth.sequence.known.Neighbour;

/// Says in words how a group of unknown dialogs departs from what is known.
public final class SequenceText {

    public static final String MAXIMUM = "maximum output";
    public static final String SKEWNESS = "skewness";
    public static final String KURTOSIS = "kurtosis";
    public static final String OBSERVED = "observed in training";

    private static final int MOST_TYPES = 20;
    private static final int MOST_TITLE_TYPES = 10;
    private static final int MOST_EXPECTED = 3;
    private static final int LEAST_MESSAGES_PER_DIFFERENCE = 3;

    private SequenceText() {}

    /// The group in a few words, without a full stop: `Unfamiliar sequence: like known sequence
    /// INVITE 100 404 ACK (#9), but with 401 instead of 407 as message 2`.
    static String title(UnknownGroup group) {
        boolean isSimilar = isSimilar(group.neighbours().getFirst().alignment());
        return "%s: %s%s"
                .formatted(
                        SequenceMethod.TEXTS.text("class." + group.departure().word()),
                        isSimilar
                                ? "like known sequence "
                                : text(group.types(), MOST_TITLE_TYPES) + ", ",
                        difference(group));
    }

    /// The closest known sequence, and how the group differs from it: `INVITE 100 404 ACK (#9), but
    /// with 401 instead of 407 as message 2`; `no similar known sequence` if more than a third of
    /// the messages differ.
    public static String difference(UnknownGroup group) {
        Neighbour nearest = group.neighbours().getFirst();
        return isSimilar(nearest.alignment())
                ? DifferenceText.of(
                        name(group.model().known(), nearest.dialogClass()) + ", but",
                        nearest.alignment())
                : "no similar known sequence";
    }

    /// A known sequence with its number: `INVITE 100 404 ACK (#9)`; not all of a long one.
    public static String name(KnownDialogs known, int number) {
        return "%s (#%d)".formatted(text(known.types(number), MOST_TITLE_TYPES), number);
    }

    private static boolean isSimilar(Alignment alignment) {
        int longer = Math.max(alignment.known().size(), alignment.other().size());
        return LEAST_MESSAGES_PER_DIFFERENCE * alignment.distance() <= longer;
    }

    /// Why the group is unknown, in sentences.
    static String explanation(UnknownGroup group) {
        KnownDialogs known = group.model().known();
        return Stream.of(
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
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
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
        return text(types, MOST_TYPES);
    }

    private static String text(List<String> types, int most) {
        String text =
                types.stream()
                        .limit(most)
                        .map(DifferenceText::shown)
                        .collect(Collectors.joining(" "));
        return types.size() <= most
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
                                        .map(SequenceText::continuation)
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

    /// Nothing where none is similar, which the title states.
    private static String nearest(UnknownGroup group, KnownDialogs known) {
        Neighbour nearest = group.neighbours().getFirst();
        if (!isSimilar(nearest.alignment())) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "The closest known sequence is %s (#%d), %,d times in training. This dialog is like"
                        + " it, but %s.",
                text(known.types(nearest.dialogClass())),
                nearest.dialogClass(),
                known.count(nearest.dialogClass()),
                DifferenceText.of(nearest.alignment()));
    }

    private static String network(UnknownGroup group) {
        List<Measurement> below =
                SequenceFindings.measures(group).stream()
                        .filter(measure -> !measure.statistic().equals(OBSERVED))
                        .filter(Measurement::isAnomalous)
                        .toList();
        if (below.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "The network's closest class is %s, output %s; no statistic is below its"
                            + " threshold.",
                    name(group.model().known(), group.score().best()),
                    Probability.text(group.score().maximum()));
        }
        return "The network's "
                + below.stream().map(SequenceText::measure).collect(Collectors.joining(", "))
                + ".";
    }

    private static String measure(Measurement measure) {
        return String.format(
                Locale.ROOT,
                "%s of %.6f is below the threshold of %.6f",
                measure.statistic(),
                measure.value(),
                measure.threshold());
    }
}
