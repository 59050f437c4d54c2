package org.sipsleuth.view.sequence.group;

import static org.sipsleuth.view.fx.Texts.text;

import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measure;
import org.sipsleuth.sequence.known.DifferenceText;
import org.sipsleuth.sequence.unknown.SequenceWords;
import org.sipsleuth.sequence.unknown.UnknownGroup;
import org.sipsleuth.view.fx.UtcTime;
import org.sipsleuth.view.fx.sequence.CaptureAnalysis.Group;
import org.sipsleuth.view.fx.sequence.MarkStyle;
import org.sipsleuth.view.sequence.chart.PartHead;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRow;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/// A column of the list.
enum GroupColumn {
    MARK(104, (row, lines) -> MarkStyle.words(lines.mark(row.score()))),
    DIALOGS(72, (row, _) -> row.count()),
    WHAT(330, (row, _) -> what(row)),
    REASON(260, (row, _) -> reason(row)),
    LEFT(150, (row, _) -> leftAt(row)),
    DISTANCE(76, (row, _) -> row.distance()),
    GROUNDED(84, (row, _) -> grounded(row)),
    TRUTH(120, (row, _) -> PartHead.classWords(row)),
    SOURCES(170, (row, _) -> sources(row)),
    FIRST(170, (row, _) -> UtcTime.dateAndClock(row.span().firstNanos())),
    LAST(170, (row, _) -> UtcTime.dateAndClock(row.span().lastNanos())),
    SEQUENCE(420, (row, _) -> SequenceWords.text(row.types()));

    private final int width;
    private final BiFunction<SequenceRow, Lines, Object> value;

    GroupColumn(int width, BiFunction<SequenceRow, Lines, Object> value) {
        this.width = width;
        this.value = value;
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
        return value.apply(row, lines);
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
                .map(SequenceWords::difference)
                .orElseGet(() -> text("unknown.known.itself", row.score().observed()));
    }

    /// Which statistic decides, and by how much.
    private static String reason(SequenceRow row) {
        return row.finding()
                .map(Finding::grounds)
                .map(
                        grounds -> {
                            Measure measure = grounds.decisive();
                            return measure.isAnomalous()
                                            && !measure.statistic().equals(SequenceWords.OBSERVED)
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
