package org.sipsleuth.app.command.statistics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.sipsleuth.dialog.statistics.Distribution;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;
import org.sipsleuth.dialog.statistics.Metric;
import org.sipsleuth.dialog.statistics.StatisticsRow;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A line per figure, for people.
public final class StatisticsLines implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.whole("figure").styled(_ -> Style.DIM),
            Column.text("of").styled(StatisticsLines::style), Column.number("count"), Column.number("share"),
            Column.number("median"), Column.number("90 %").ranked(3), Column.number("95 %").ranked(4),
            Column.number("99 %").ranked(5), Column.number("longest").ranked(6), Column.text("note").ranked(2));

    private static final double PERCENT = 100;

    private final List<StatisticsRow> rows;

    public StatisticsLines(List<StatisticsRow> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String[] row(int number) {
        StatisticsRow row = rows.get(number);
        Distribution times = row.times().orElse(Distribution.EMPTY);
        boolean isFirst = number == 0 || !rows.get(number - 1).group().equals(row.group());
        return new String[]{
            isFirst ? row.group().replace('_', ' ') : "",
            name(row),
            HumanText.count(row.count()),
            row.share().isEmpty() ? "" : String.format(Locale.ROOT, "%.1f %%", PERCENT * row.share().getAsDouble()),
            length(times.percentile(Percentile.P50)),
            length(times.percentile(Percentile.P90)),
            length(times.percentile(Percentile.P95)),
            length(times.percentile(Percentile.P99)),
            length(times.most()),
            row.note()};
    }

    private static String name(StatisticsRow row) {
        if (!row.group().equals("metric")) {
            return row.name();
        }
        Metric metric = Metric.valueOf(row.name().toUpperCase(Locale.ROOT));
        return metric.acronym().isEmpty() ? metric.title() : metric.acronym() + "  " + metric.title();
    }

    private static String length(OptionalLong nanos) {
        return nanos.isEmpty() ? "" : HumanText.duration(nanos.getAsLong());
    }

    private static Style style(String name) {
        boolean isStatus = name.matches("[1-6]([0-9]{2}|xx)");
        return isStatus ? Style.ofMessage(name) : Style.PLAIN;
    }
}
