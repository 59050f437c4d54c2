package org.sipsleuth.app.command.belief;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.novelty.PeriodValue;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A line per period, for people.
public final class BeliefLines implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.text("source"), Column.number("period"),
            Column.whole("from (UTC)").styled(_ -> Style.DIM), Column.number("messages"),
            Column.whole("class").styled(BeliefLines::style), Column.number("belief"),
            Column.whole("runner-up").ranked(3), Column.number("belief").ranked(4), Column.text("decisive").ranked(5),
            Column.whole("unlike normal").styled(cell -> cell.isEmpty() ? Style.PLAIN : Style.YELLOW));

    private static final String SUSPECT = "! ";

    private final List<ClassifiedPeriod> periods;

    public BeliefLines(List<ClassifiedPeriod> periods) {
        this.periods = List.copyOf(periods);
    }

    private static Style style(String cell) {
        return cell.startsWith(SUSPECT) ? Style.RED : Style.PLAIN;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return periods.size();
    }

    @Override
    public String[] row(int number) {
        ClassifiedPeriod its = periods.get(number);
        Belief belief = its.belief();
        boolean isFirst = its.number() == 1;
        return new String[]{
            isFirst ? its.source().isEmpty() ? "all messages" : its.source() : "",
            Integer.toString(its.number()),
            HumanText.moment(its.period().fromNanos(), 3),
            HumanText.count(its.period().messages()),
            word(its),
            belief.isContradiction() ? "" : four(belief.strength()),
            belief.isContradiction() ? "" : belief.runnerUp().word(),
            belief.isContradiction() ? "" : four(belief.classes().get(belief.runnerUp())),
            String.join(", ", BeliefRecords.decisive(its)),
            its.isUnlike() ? unlike(its) : ""};
    }

    private static String word(ClassifiedPeriod its) {
        return switch (its.standing()) {
            case "contradiction" -> "contradiction";
            case "too_few" -> "(" + classes(its.belief()) + ")";
            default -> (its.isSuspect() ? SUSPECT : "") + classes(its.belief());
        };
    }

    private static String unlike(ClassifiedPeriod its) {
        int values = its.novelty().orElseThrow().unlike().size();
        return "%d of %d values".formatted(values, PeriodValue.all().size());
    }

    /// All classes that come into question.
    private static String classes(Belief belief) {
        return belief.classSet().stream().map(TrafficClass::word).collect(Collectors.joining(" or "));
    }

    private static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
