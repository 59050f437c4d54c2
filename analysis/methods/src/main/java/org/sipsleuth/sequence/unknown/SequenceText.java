package org.sipsleuth.sequence.unknown;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.paragraph;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.alignment.Alignment;
import org.sipsleuth.alignment.Difference;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
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
    static Sentence title(UnknownGroup group) {
        boolean isSimilar = isSimilar(group.neighbours().getFirst().alignment());
        Sentence departure = TEXTS.sentence("class." + group.departure().word());
        return isSimilar ? TEXTS.sentence("sequence.title.similar", departure, difference(group))
                : TEXTS.sentence("sequence.title.other", departure, text(group.types(), MOST_TITLE_TYPES),
                        difference(group));
    }

    /// The closest known sequence, and how the group differs from it: `INVITE 100 404 ACK (#9), but
    /// with 401 instead of 407 as message 2`; `no similar known sequence` if more than a third of
    /// the messages differ.
    public static Sentence difference(UnknownGroup group) {
        Neighbour nearest = group.neighbours().getFirst();
        return isSimilar(nearest.alignment()) ? TEXTS.sentence("sequence.difference",
                name(group.model().known(), nearest.dialogClass()), new Difference(nearest.alignment()))
                : TEXTS.sentence("sequence.none.similar");
    }

    /// A known sequence with its number: `INVITE 100 404 ACK (#9)`; not all of a long one.
    public static Sentence name(KnownDialogs known, int number) {
        return TEXTS.sentence("sequence.name", text(known.types(number), MOST_TITLE_TYPES), count(number));
    }

    private static boolean isSimilar(Alignment alignment) {
        int longer = Math.max(alignment.known().size(), alignment.other().size());
        return LEAST_MESSAGES_PER_DIFFERENCE * alignment.distance() <= longer;
    }

    /// Why the group is unknown, in sentences.
    static Sentence explanation(UnknownGroup group) {
        KnownDialogs known = group.model().known();
        return paragraph(observed(group, known), departure(group), nearest(group, known), network(group),
                group.score().isCut() ? TEXTS.sentence("sequence.cut", count(known.length())) : none());
    }

    private static Sentence observed(UnknownGroup group, KnownDialogs known) {
        return TEXTS.sentence("sequence.observed", count(group.count()), text(group.types()), count(known.dialogs()));
    }

    /// A sequence for people: not all of a long one.
    public static Sentence text(List<String> types) {
        return text(types, MOST_TYPES);
    }

    private static Sentence text(List<String> types, int most) {
        Sentence text = term(types.stream().limit(most).map(DifferenceText::shown).collect(Collectors.joining(" ")));
        return types.size() <= most ? text : TEXTS.sentence("sequence.long", text, count(types.size()));
    }

    private static Sentence departure(UnknownGroup group) {
        List<Continuation> expected = group.expected();
        String went = expected.isEmpty() ? "ends" : "continues";
        Sentence with = joined(COMMA, expected.stream().limit(MOST_EXPECTED).map(SequenceText::continuation).toList());
        int leftAt = group.leftAt();
        return switch (group.departure()) {
            case LEAVES_THE_KNOWN -> leftAt == 0
                    ? TEXTS.sentence("sequence.left.first", term(DifferenceText.shown(group.types().getFirst())))
                    : TEXTS.sentence("sequence.left." + went, count(leftAt + 1),
                            term(DifferenceText.shown(group.types().get(leftAt))), with);
            case STOPS_EARLY -> TEXTS.sentence("sequence.stops." + went, count(group.types().size()), with);
            case STILL_OPEN -> TEXTS.sentence("sequence.open." + went, with);
        };
    }

    private static Sentence continuation(Continuation continuation) {
        return TEXTS.sentence("sequence.continuation", term(DifferenceText.shown(continuation.type())),
                number(continuation.probability() * 100, 0));
    }

    /// Nothing where none is similar, which the title states.
    private static Sentence nearest(UnknownGroup group, KnownDialogs known) {
        Neighbour nearest = group.neighbours().getFirst();
        if (!isSimilar(nearest.alignment())) {
            return none();
        }
        return TEXTS.sentence("sequence.nearest", text(known.types(nearest.dialogClass())),
                count(nearest.dialogClass()), count(known.count(nearest.dialogClass())),
                new Difference(nearest.alignment()));
    }

    private static Sentence network(UnknownGroup group) {
        List<Measurement> below = SequenceFindings.measures(group)
                .stream()
                .filter(measure -> !isObservation(measure))
                .filter(Measurement::isAnomalous)
                .toList();
        if (below.isEmpty()) {
            return TEXTS.sentence("sequence.network", name(group.model().known(), group.score().best()),
                    Probability.of(group.score().maximum()));
        }
        return TEXTS.sentence("sequence.network.below",
                joined(TEXTS.sentence("sequence.below.comma"), below.stream().map(SequenceText::measure).toList()));
    }

    /// Whether this is how often something was observed in training, which words say best.
    public static boolean isObservation(Measurement measure) {
        return !measure.text().isEmpty();
    }

    private static Sentence measure(Measurement measure) {
        return TEXTS.sentence("sequence.below", measure.statistic(), number(measure.value(), MEASURE_DIGITS),
                number(measure.threshold(), MEASURE_DIGITS));
    }
}
