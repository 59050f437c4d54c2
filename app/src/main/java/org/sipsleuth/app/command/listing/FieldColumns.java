package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A listing of dialogs with columns of further fields, each of which has all values of a dialog, in
/// an order of its own.
public final class FieldColumns implements Listing {

    private final Listing dialogs;
    private final List<DynamicField> fields;
    private final SipIndex index;

    /// The place of each column among those of the listing and, after them, the fields.
    private final int[] order;

    /// @param dialogs a row for each dialog, in the order of their numbers
    /// @param names of all columns, in their order
    public FieldColumns(Listing dialogs, List<DynamicField> fields, SipIndex index, List<String> names) {
        this.dialogs = dialogs;
        this.fields = List.copyOf(fields);
        this.index = index;
        List<String> known = all().map(Column::name).toList();
        order = names.stream().mapToInt(known::indexOf).toArray();
    }

    private Stream<Column> all() {
        return Stream.concat(dialogs.columns().stream(), fields.stream().map(each -> Column.list(each.name())));
    }

    @Override
    public List<Column> columns() {
        List<Column> all = all().toList();
        return IntStream.of(order).mapToObj(all::get).toList();
    }

    @Override
    public int size() {
        return dialogs.size();
    }

    @Override
    public String[] row(int dialog) {
        return IntStream.range(0, order.length).mapToObj(column -> cell(dialog, column)).toArray(String[]::new);
    }

    @Override
    public String cell(int dialog, int column) {
        int own = dialogs.columns().size();
        return order[column] < own ? dialogs.cell(dialog, order[column])
                : cell(fields.get(order[column] - own), dialog);
    }

    private String cell(DynamicField field, int dialog) {
        Values values = new Values();
        field.read(index, dialog, values);
        Function<Value, String> text = value -> switch (value) {
            case Value.Octets octets -> octets.text();
            case Value.Whole whole -> Long.toString(whole.number());
            case Value.Real real -> Double.toString(real.number());
        };
        return Column.list(values.list().stream().map(text).toList());
    }
}
