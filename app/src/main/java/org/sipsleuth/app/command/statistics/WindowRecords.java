package org.sipsleuth.app.command.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.dialog.statistics.WindowCount;
import org.sipsleuth.report.rows.Column;

/// A record per window of time. The names of its columns are a contract.
public final class WindowRecords extends ListedRows<WindowCount> {

    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;
    private final long lengthNanos;

    private final boolean isForPeople;

    /// @param lengthNanos of each window
    /// @param isForPeople whether times are written as people read them
    public WindowRecords(List<WindowCount> rows, long lengthNanos, boolean isForPeople) {
        super(isForPeople ? List.of(Column.whole("from (UTC)"), Column.whole("to (UTC)"), Column.number("messages"))
                : List.of(Column.time("from"), Column.time("to"), Column.number("messages")), rows);
        this.lengthNanos = lengthNanos;
        this.isForPeople = isForPeople;
    }

    @Override
    protected String[] cells(WindowCount row) {
        return new String[]{time(row.fromNanos()), time(row.fromNanos() + lengthNanos), Long.toString(row.messages())};
    }

    private String time(long nanos) {
        return isForPeople ? Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)).toString()
                : BigDecimal.valueOf(nanos, NANO_DIGITS).toPlainString();
    }
}
