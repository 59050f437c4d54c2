package org.sipsleuth.sequence.unknown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.alignment.Alignment;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.finding.SentenceLanguage;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.known.Continuation;
import org.sipsleuth.sequence.known.Neighbour;

/// Says in words how a group of unknown dialogs departs from what is known.
public final class SequenceText {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;

    private static final int MOST_TYPES = 20;
    private static final int MOST_TITLE_TYPES = 10;
    private static final int MOST_EXPECTED = 3;
    private static final int MEASURE_DIGITS = 6;
    private static final int LEAST_MESSAGES_PER_DIFFERENCE = 3;

    private SequenceText() {}

    /// The group in a few words, without a full stop: `Unfamiliar sequence: like known sequence
    /// INVITE 100 404 ACK (#9), but with 401 instead of 407 as message 2`.
    static String title(UnknownGroup group) {
        boolean isSimilar = isSimilar(group.neighbours().getFirst().alignment());
        String departure = TEXTS.text("class." + group.departure().word());
        return isSimilar ? TEXTS.text("sequence.title.similar", departure, difference(group))
                : TEXTS.text("sequence.title.other", departure, text(group.types(), MOST_TITLE_TYPES),
                        difference(group));
    }

    /// The closest known sequence, and how the group differs from it: `INVITE 100 404 ACK (#9), but
    /// with 401 instead of 407 as message 2`; `no similar known sequence` if more than a third of
    /// the messages differ.
    public static String difference(UnknownGroup group) {
        Neighbour nearest = group.neighbours().getFirst();
        return isSimilar(nearest.alignment())
                ? TEXTS.text("sequence.difference", name(group.model().known(), nearest.dialogClass()),
                        DifferenceText.of(nearest.alignment(), SentenceLanguage.current()))
                : TEXTS.text("sequence.none.similar");
    }

    /// A known sequence with its number: `INVITE 100 404 ACK (#9)`; not all of a long one.
    public static String name(KnownDialogs known, int number) {
        return TEXTS.text("sequence.name", text(known.types(number), MOST_TITLE_TYPES), number);
    }

    private static boolean isSimilar(Alignment alignment) {
        int longer = Math.max(alignment.known().size(), alignment.other().size());
        return LEAST_MESSAGES_PER_DIFFERENCE * alignment.distance() <= longer;
    }

    /// Why the group is unknown, in sentences.
    static String explanation(UnknownGroup group) {
        KnownDialogs known = group.model().known();
        return Stream
                .of(observed(group, known), departure(group), nearest(group, known), network(group),
                        group.score().isCut() ? TEXTS.text("sequence.cut", known.length()) : "")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String observed(UnknownGroup group, KnownDialogs known) {
        return TEXTS.text("sequence.observed", group.count(), text(group.types()), known.dialogs());
    }

    /// A sequence for people: not all of a long one.
    public static String text(List<String> types) {
        return text(types, MOST_TYPES);
    }

    private static String text(List<String> types, int most) {
        String text = types.stream().limit(most).map(DifferenceText::shown).collect(Collectors.joining(" "));
        return types.size() <= most ? text : TEXTS.text("sequence.long", text, types.size());
    }

    private static String departure(UnknownGroup group) {
        List<Continuation> expected = group.expected();
        String went = expected.isEmpty() ? "ends" : "continues";
        String with = expected.stream()
                .limit(MOST_EXPECTED)
                .map(SequenceText::continuation)
                .collect(Collectors.joining(", "));
        int leftAt = group.leftAt();
        return switch (group.departure()) {
            case LEAVES_THE_KNOWN ->
                    leftAt == 0 ? TEXTS.text("sequence.left.first", DifferenceText.shown(group.types().getFirst()))
                            : TEXTS.text("sequence.left." + went, leftAt + 1,
                                    DifferenceText.shown(group.types().get(leftAt)), with);
            case STOPS_EARLY -> TEXTS.text("sequence.stops." + went, group.types().size(), with);
            case STILL_OPEN -> TEXTS.text("sequence.open." + went, with);
        };
    }

    private static String continuation(Continuation continuation) {
        return TEXTS.text("sequence.continuation", DifferenceText.shown(continuation.type()),
                SentenceLanguage.number(continuation.probability() * 100, 0));
    }

    /// Nothing where none is similar, which the title states.
    private static String nearest(UnknownGroup group, KnownDialogs known) {
        Neighbour nearest = group.neighbours().getFirst();
        if (!isSimilar(nearest.alignment())) {
            return "";
        }
        return TEXTS.text("sequence.nearest", text(known.types(nearest.dialogClass())), nearest.dialogClass(),
                known.count(nearest.dialogClass()), DifferenceText.of(nearest.alignment(), SentenceLanguage.current()));
    }

    private static String network(UnknownGroup group) {
        List<Measurement> below = SequenceFindings.measures(group)
                .stream()
                .filter(measure -> !isObservation(measure))
                .filter(Measurement::isAnomalous)
                .toList();
        if (below.isEmpty()) {
            return TEXTS.text("sequence.network", name(group.model().known(), group.score().best()),
                    Probability.text(group.score().maximum()));
        }
        return TEXTS.text("sequence.network.below",
                below.stream()
                        .map(SequenceText::measure)
                        .collect(Collectors.joining(TEXTS.text("sequence.below.comma"))));
    }

    /// Whether this is how often something was observed in training, which words say best.
    public static boolean isObservation(Measurement measure) {
        return !measure.text().isEmpty();
    }

    private static String measure(Measurement measure) {
        return TEXTS.text("sequence.below", measure.statistic(),
                SentenceLanguage.number(measure.value(), MEASURE_DIGITS),
                SentenceLanguage.number(measure.threshold(), MEASURE_DIGITS));
    }
}
