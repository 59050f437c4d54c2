package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sip.SipMessage;

/// A listing of messages with header fields in columns after its own, all values of each.
public final class HeaderColumns implements Listing {

    /// What the name of a column begins with, as no other column's does.
    private static final String PREFIX = "header:";

    private final Listing messages;
    private final SipIndex index;
    private final List<String> names;

    /// @param messages a row for each message, in the order of their numbers
    /// @param names of header fields, in any case, compact or long
    public HeaderColumns(Listing messages, SipIndex index, List<String> names) {
        this.messages = messages;
        this.index = index;
        this.names = List.copyOf(names);
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(messages.columns().stream(), names.stream().map(name -> Column.list(PREFIX + name)))
                .toList();
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public String[] row(int number) {
        SipMessage message = index.message(number);
        return Stream
                .concat(Stream.of(messages.row(number)), names.stream().map(name -> Column.list(message.headers(name))))
                .toArray(String[]::new);
    }

    @Override
    public String cell(int number, int column) {
        int own = messages.columns().size();
        return column < own ? messages.cell(number, column)
                : Column.list(index.message(number).headers(names.get(column - own)));
    }
}
