package org.sipsleuth.app.command.lint;

import java.util.List;
import org.sipsleuth.app.command.listing.Captured;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A record per departure, for other programs. The names of its columns are a contract.
public final class LintRecords implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.text("file"), Column.number("frame"),
            Column.number("offset"), Column.number("length"), Column.text("severity"), Column.text("rule"),
            Column.text("field"), Column.text("text"), Column.text("reference"), Column.list("derivation"),
            Column.list("expected"), Column.text("source"), Column.text("user_agent"), Column.number("log_byte"));

    private final CheckedMessages messages;
    private final Captured captured;

    public LintRecords(CheckedMessages messages) {
        this.messages = messages;
        captured = new Captured(messages.index());
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return messages.found().size();
    }

    @Override
    public String[] row(int row) {
        CheckedMessages.Found found = messages.found().get(row);
        Departure departure = found.departure();
        MessageTable table = messages.index().messages();
        int message = found.message();
        return new String[]{
            messages.index().files().get(table.file(message)).name(),
            Integer.toString(table.frame(message)),
            Integer.toString(departure.offset()),
            Integer.toString(departure.length()),
            departure.severity().word(),
            departure.rule(),
            departure.field(),
            departure.text().text(),
            departure.reference(),
            Column.list(departure.derivation()),
            Column.list(departure.expected()),
            table.endpoint(table.source(message)).host(),
            found.sender(),
            captured.logByte(message)};
    }
}
