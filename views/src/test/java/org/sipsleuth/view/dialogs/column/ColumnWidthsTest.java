package org.sipsleuth.view.dialogs.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.view.dialogs.column.WidthShares.Wish;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;

class ColumnWidthsTest {

    @Test
    void anAddressIsNotCutWhereANameIs() {
        Wish source = ColumnWidths.wish(DialogColumn.of(DialogField.SRC_IP), 110);
        Wish endpoint = ColumnWidths.wish(DialogColumn.of(DialogField.DESTINATION), 130);
        Wish caller = ColumnWidths.wish(DialogColumn.of(DialogField.CALLER), 300);
        double[] widths = WidthShares.of(100, List.of(source, caller, endpoint));
        assertArrayEquals(new double[]{110, caller.narrowest(), 130}, widths, 1);
    }
}
