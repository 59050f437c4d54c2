package org.sipsleuth.app.command.replay;

import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.edge.overlay.OverlayBorder;
import org.sipsleuth.edge.overlay.OverlayResult;
import org.sipsleuth.report.rows.Column;

/// A record per border of the protection overlay. For programs, the names of the columns are a
/// contract.
public final class OverlayRows extends ListedRows<OverlayBorder> {

    private static final List<Column> COLUMNS = List.of(Column.text("border"), Column.number("anomalies"),
            Column.number("attack"), Column.number("before"), Column.number("stopped"), Column.number("through"),
            Column.number("lost"), Column.number("signatures"));

    private static final List<Column> COLUMNS_FOR_PEOPLE =
            List.of(Column.text("border"), Column.number("anomalies (messages)"), Column.number("attack (messages)"),
                    Column.number("before signatures").ranked(1), Column.number("stopped"), Column.number("through"),
                    Column.number("legitimate stopped"), Column.number("own signatures").ranked(2));

    private final OverlayResult result;

    public OverlayRows(OverlayResult result, boolean isForPeople) {
        super(isForPeople ? COLUMNS_FOR_PEOPLE : COLUMNS, result.borders());
        this.result = result;
    }

    @Override
    protected String[] cells(OverlayBorder its) {
        long own = result.signatures().stream().filter(each -> each.border().equals(its.name())).count();
        return new String[]{
            its.name(),
            Integer.toString(its.anomalies()),
            Integer.toString(its.attack()),
            Integer.toString(its.before()),
            Integer.toString(its.stopped()),
            Integer.toString(its.through()),
            Integer.toString(its.lost()),
            Long.toString(own)};
    }
}
