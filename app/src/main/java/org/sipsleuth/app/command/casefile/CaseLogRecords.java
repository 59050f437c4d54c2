package org.sipsleuth.app.command.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.casefile.store.LogEntry;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;

/// A record per entry of the log of a case. The names of its columns are a contract.
public final class CaseLogRecords extends ListedRows<LogEntry> {

    private static final List<Column> COLUMNS = List.of(Column.number("number"), Column.whole("at"), Column.text("who"),
            Column.text("program").ranked(2), Column.text("action"), Column.text("target"), Column.text("content"),
            Column.text("previous").ranked(3), Column.text("hash").ranked(1), Column.time("time").ranked(3));

    public CaseLogRecords(List<LogEntry> entries) {
        super(COLUMNS, entries);
    }

    @Override
    protected String[] cells(LogEntry entry) {
        return new String[]{
            Long.toString(entry.number()),
            entry.at(),
            entry.who(),
            entry.program(),
            entry.action(),
            entry.target(),
            entry.content(),
            entry.previous(),
            entry.hash(),
            seconds(entry.at())};
    }

    /// The time in seconds since the epoch; empty of a time that nobody can have written.
    public static String seconds(String at) {
        try {
            return HumanText.seconds(Instant.parse(at));
        } catch (DateTimeException tampered) {
            return "";
        }
    }
}
