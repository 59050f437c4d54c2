package org.sipsleuth.view.sequence.group;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.sequence.unknown.SequenceDetection.Group;
import org.sipsleuth.sequence.unknown.SequenceText;
import org.sipsleuth.sequence.unknown.UnknownGroup;
import org.sipsleuth.view.sequence.chart.PartHead;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.UtcTime;

/// A column of the list.
enum GroupColumn {
    MARK(104),
    DIALOGS(72),
    WHAT(330),
    REASON(260),
    LEFT(150),
    DISTANCE(76),
    GROUNDED(104),
    TRUTH(120),
    SOURCES(170),
    FIRST(170),
    LAST(170),
    SEQUENCE(420);

    private final int width;

    GroupColumn(int width) {
        this.width = width;
    }

    /// How wide it is at first, in pixels.
    int width() {
        return width;
    }

    /// Its title.
    String title() {
        return text("unknown.column." + name().toLowerCase(Locale.ROOT));
    }

    /// The value of a row: an `Integer` or a `String`.
    Object value(SequenceRow row, Lines lines) {
        return switch (this) {
            case MARK -> MarkStyle.words(lines.mark(row.score()));
            case DIALOGS -> row.count();
            case WHAT -> what(row);
            case REASON -> reason(row);
            case LEFT -> leftAt(row);
            case DISTANCE -> row.distance();
            case GROUNDED -> grounded(row);
            case TRUTH -> PartHead.classWords(row);
            case SOURCES -> sources(row);
            case FIRST -> UtcTime.dateAndClock(row.span().firstNanos());
            case LAST -> UtcTime.dateAndClock(row.span().lastNanos());
            case SEQUENCE -> SequenceText.text(row.types());
        };
    }

    /// The value in words.
    String words(SequenceRow row, Lines lines) {
        Object its = value(row, lines);
        return its instanceof Integer number
                ? String.format(Locale.ENGLISH, "%,d", number)
                : its.toString();
    }

    /// Whether it holds numbers.
    boolean isNumber() {
        return this == DIALOGS || this == DISTANCE;
    }

    private static String what(SequenceRow row) {
        return row.group()
                .map(Group::dialogs)
                .map(SequenceText::difference)
                .orElseGet(() -> text("unknown.known.itself", row.score().observed()));
    }

    /// Which statistic decides, and by how much.
    private static String reason(SequenceRow row) {
        return row.finding()
                .map(Finding::grounds)
                .map(
                        grounds -> {
                            Measurement measure = grounds.decisive();
                            return measure.isAnomalous()
                                            && !measure.statistic().equals(SequenceText.OBSERVED)
                                    ? text(
                                            "unknown.reason",
                                            measure.statistic(),
                                            number(measure.value()),
                                            number(measure.threshold()))
                                    : text("unknown.reason.tree");
                        })
                .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String leftAt(SequenceRow row) {
        return row.group()
                .map(Group::dialogs)
                .map(
                        group ->
                                switch (group.departure()) {
                                    case LEAVES_THE_KNOWN ->
                                            text("unknown.left", group.leftAt() + 1, type(group));
                                    case STOPS_EARLY -> text("unknown.stops", row.types().size());
                                    case STILL_OPEN -> text("unknown.open");
                                })
                .orElse("");
    }

    private static String type(UnknownGroup group) {
        List<String> types = group.types();
        return types.isEmpty() ? "" : DifferenceText.shown(types.get(group.leftAt()));
    }

    private static String grounded(SequenceRow row) {
        return row.finding()
                .map(
                        finding ->
                                text(
                                        finding.grounds().isGrounded()
                                                ? "unknown.grounded"
                                                : "unknown.not.grounded"))
                .orElse("");
    }

    private static String sources(SequenceRow row) {
        return row.span().sources() <= 1
                ? row.span().source()
                : text("unknown.sources", row.span().source(), row.span().sources() - 1);
    }
}
