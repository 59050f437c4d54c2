package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sipsleuth.dialog.leg.LegLink;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A listing of dialogs with the legs of their calls in columns after its own. The names of the
/// columns are a contract.
public final class LegColumns implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.number("legs"), Column.number("leg_confidence"),
            Column.text("leg_of"), Column.list("leg_evidence"));

    private final Listing dialogs;
    private final Legs legs;

    /// @param dialogs a row for each dialog, in the order of their numbers
    public LegColumns(Listing dialogs, Legs legs) {
        this.dialogs = dialogs;
        this.legs = legs;
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(dialogs.columns().stream(), COLUMNS.stream()).toList();
    }

    @Override
    public int size() {
        return dialogs.size();
    }

    @Override
    public String[] row(int dialog) {
        return Stream.concat(Stream.of(dialogs.row(dialog)), Stream.of(cells(dialog))).toArray(String[]::new);
    }

    @Override
    public String cell(int dialog, int column) {
        int own = dialogs.columns().size();
        return column < own ? dialogs.cell(dialog, column) : cells(dialog)[column - own];
    }

    private String[] cells(int dialog) {
        if (legs.groupOf(dialog).isEmpty()) {
            return new String[]{"", "", "", ""};
        }
        String group = Integer.toString(legs.groupOf(dialog).get() + 1);
        LegLink surest = legs.linksOf(dialog).getFirst();
        return new String[]{
            group,
            String.format(Locale.ROOT, "%.3f", surest.confidence()),
            legs.index().dialogs().callId(surest.other(dialog)),
            Column.list(legs.kinds(surest))};
    }
}
