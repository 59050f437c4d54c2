package org.sipsleuth.view.sequence.group;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.sequence.unknown.NoveltyText;
import org.sipsleuth.sequence.unknown.SequenceDetection.Group;
import org.sipsleuth.sequence.unknown.SequenceText;
import org.sipsleuth.sequence.unknown.UnknownGroup;
import org.sipsleuth.view.sequence.chart.PartHead;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Listed;
import org.sipsleuth.view.sequence.state.NoveltyRow;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.Sign;
import org.sipsleuth.view.ui.UtcTime;

/// A column of the list.
enum GroupColumn {
    VERDICT(104),
    MARK(104),
    SEQUENCE(300),
    WHY(380),
    DIALOGS(68),
    SOURCES(150),
    SEEN(230),
    TRUTH(120),
    SCORE(84),
    REASON(200);

    private static final long SECOND = 1_000_000_000L;

    private final int width;

    GroupColumn(int width) {
        this.width = width;
    }

    /// How wide it is at first, in pixels.
    int width() {
        return width;
    }

    /// Its title.
    ///
    /// @param isByHop whether groups per hop are listed
    String title(boolean isByHop) {
        boolean isOther = isByHop && (this == SEQUENCE || this == SCORE);
        String key = "sequence.column." + name().toLowerCase(Locale.ROOT);
        return text(isOther ? key + ".hops" : key);
    }

    /// The value of a row: an `Integer`, a `Double` or a `String`.
    Object value(Listed row, Lines lines) {
        return switch (this) {
            case VERDICT -> verdict(row).words();
            case MARK -> lines.sign(row).words();
            case SEQUENCE -> name(row);
            case WHY -> why(row);
            case DIALOGS -> row.count();
            case SOURCES -> sources(row);
            case SEEN -> seen(row.span());
            case TRUTH -> PartHead.classWords(row);
            case SCORE -> score(row);
            case REASON -> reason(row);
        };
    }

    /// The value in words.
    String words(Listed row, Lines lines) {
        Object its = value(row, lines);
        if (its instanceof Double bits) {
            return text("sequence.score.bits", String.format(Locale.ROOT, "%.1f", bits));
        }
        if (this == SCORE) {
            return text("sequence.score.edits", its);
        }
        return its instanceof Integer number ? String.format(Locale.ENGLISH, "%,d", number) : its.toString();
    }

    /// Whether it holds numbers.
    boolean isNumber() {
        return this == DIALOGS || this == SCORE;
    }

    /// Whether it is shown; the truth only where there is one, what the network says only in the
    /// laboratory.
    boolean isShown(Lines lines, boolean hasTruth) {
        return switch (this) {
            case VERDICT, MARK, REASON -> lines.axesProperty().get().isLaboratory();
            case SEEN -> !lines.axesProperty().get().isLaboratory();
            case TRUTH -> hasTruth;
            case SEQUENCE, WHY, DIALOGS, SOURCES, SCORE -> true;
        };
    }

    private static Sign verdict(Listed row) {
        return switch (row) {
            case SequenceRow sequence -> Sign.of(sequence.mark());
            case NoveltyRow _ -> Sign.UNKNOWN;
        };
    }

    /// What its dialogs share.
    private static String name(Listed row) {
        return switch (row) {
            case NoveltyRow novelty -> NoveltyText.subject(novelty.its()).text();
            case SequenceRow sequence -> SequenceText.text(sequence.types()).text();
        };
    }

    /// The step that is new, and the nearest known sequence.
    private static String why(Listed row) {
        return switch (row) {
            case NoveltyRow novelty -> NoveltyText.reason(novelty.its()).text();
            case SequenceRow sequence when sequence.surprise().isPresent() -> sequence.finding()
                    .map(finding -> finding.statement().title().text())
                    .orElseGet(() -> text("sequence.known.hops"));
            case SequenceRow sequence -> difference(sequence);
        };
    }

    private static String difference(SequenceRow row) {
        return row.group()
                .map(Group::dialogs)
                .map(group -> leftAt(row) + "; " + SequenceText.difference(group).text())
                .orElseGet(() -> text("sequence.known.itself", row.score().observed()));
    }

    /// Bits, or a number of edits where the model knows whole dialogs only.
    private static Object score(Listed row) {
        return switch (row) {
            case NoveltyRow novelty -> (Object) novelty.suspicion();
            case SequenceRow sequence when sequence.surprise().isPresent() -> sequence.bits();
            case SequenceRow sequence -> sequence.distance();
        };
    }

    private static String seen(Listed.Span span) {
        String first = UtcTime.dateAndSecond(span.firstNanos());
        if (span.lastNanos() - span.firstNanos() < SECOND) {
            return first;
        }
        return text("sequence.seen", first,
                UtcTime.sameDay(span.firstNanos(), span.lastNanos()) ? UtcTime.second(span.lastNanos())
                        : UtcTime.dateAndSecond(span.lastNanos()));
    }

    /// Which statistic of the network decides, and by how much; nothing for a sequence of training.
    private static String reason(Listed row) {
        return network(row).map(Finding::grounds).map(grounds -> {
            Measurement measure = grounds.decisive();
            return measure.isAnomalous() && !SequenceText.isObservation(measure) ? text("sequence.reason",
                    measure.statistic().text(), number(measure.value()), number(measure.threshold()))
                    : text("sequence.reason.tree");
        }).orElse("");
    }

    /// What is found of the whole sequence, which the network scores.
    private static Optional<Finding> network(Listed row) {
        return switch (row) {
            case SequenceRow sequence -> sequence.group().map(Group::finding);
            case NoveltyRow _ -> Optional.empty();
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String leftAt(SequenceRow row) {
        return row.group().map(Group::dialogs).map(group -> switch (group.departure()) {
            case LEAVES_THE_KNOWN -> text("sequence.left", group.leftAt() + 1, type(group));
            case STOPS_EARLY -> text("sequence.stops", row.types().size());
            case STILL_OPEN -> text("sequence.open");
        }).orElse("");
    }

    private static String type(UnknownGroup group) {
        List<String> types = group.types();
        return types.isEmpty() ? "" : DifferenceText.shown(types.get(group.leftAt()));
    }

    private static String sources(Listed row) {
        return row.span().sources() <= 1 ? row.span().source()
                : text("sequence.sources", row.span().source(), row.span().sources() - 1);
    }
}
