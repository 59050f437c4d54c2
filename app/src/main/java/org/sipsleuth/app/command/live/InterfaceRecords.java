package org.sipsleuth.app.command.live;

import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.live.LiveInterface;
import org.sipsleuth.report.rows.Column;

/// A record per network interface. The names of the columns are a contract.
public final class InterfaceRecords extends ListedRows<LiveInterface> {

    private static final List<Column> COLUMNS =
            List.of(Column.text("name"), Column.bool("up"), Column.list("addresses"), Column.text("description"));

    public InterfaceRecords(List<LiveInterface> interfaces) {
        super(COLUMNS, interfaces);
    }

    @Override
    protected String[] cells(LiveInterface device) {
        return new String[]{
            device.name(),
            Boolean.toString(device.up()),
            Column.list(device.addresses()),
            device.description()};
    }
}
