package org.sipsleuth.app.command.statistics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.dialog.statistics.Distribution;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;
import org.sipsleuth.dialog.statistics.StatisticsRow;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;

/// A record per figure, for other programs. The names of its columns are a contract.
public final class StatisticsRecords extends ListedRows<StatisticsRow> {

    /// The columns.
    public static final List<Column> COLUMNS =
            List.of(Column.text("group"), Column.text("name"), Column.number("count"), Column.number("share"),
                    Column.number("least"), Column.number("mean"), Column.number("p50"), Column.number("p90"),
                    Column.number("p95"), Column.number("p99"), Column.number("most"), Column.text("note"));

    private static final int DIGITS = 6;

    public StatisticsRecords(List<StatisticsRow> rows) {
        super(COLUMNS, rows);
    }

    @Override
    protected String[] cells(StatisticsRow row) {
        Distribution times = row.times().orElse(Distribution.EMPTY);
        return new String[]{
            row.group(),
            row.name(),
            Long.toString(row.count()),
            row.share().isEmpty() ? "" : String.format(Locale.ROOT, "%.6f", row.share().getAsDouble()),
            seconds(times.least()),
            seconds(times.mean()),
            seconds(times.percentile(Percentile.P50)),
            seconds(times.percentile(Percentile.P90)),
            seconds(times.percentile(Percentile.P95)),
            seconds(times.percentile(Percentile.P99)),
            seconds(times.most()),
            row.note()};
    }

    private static String seconds(OptionalLong nanos) {
        return nanos.isEmpty() ? "" : HumanText.seconds(nanos.getAsLong(), DIGITS);
    }
}
