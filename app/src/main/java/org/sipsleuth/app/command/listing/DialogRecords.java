package org.sipsleuth.app.command.listing;

import java.util.List;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.DialogValue;
import org.sipsleuth.dialog.field.FieldKind;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A record per dialog, for other programs. The names of its columns are a contract.
public final class DialogRecords implements Listing {

    /// The fields that are listed unless others are asked for.
    private static final List<DialogValue> CONTRACT = List.of(DialogField.CALL_ID, DialogField.FIRST_FRAME,
            DialogField.START, DialogField.DURATION, DialogField.MESSAGES, DialogField.RETRANSMISSIONS,
            DialogField.SEQUENCE, DialogField.STATE, DialogField.FINAL_STATUS, DialogField.CALLER, DialogField.CALLEE,
            DialogField.SRC_IP, DialogField.DST_IP, DialogField.USER_AGENT, DialogField.CODECS, DialogField.OUTCOME,
            DialogField.CAUSE, DialogField.HINTS, DialogField.FILES, DialogField.EARLIER_CALLS);

    /// Their columns.
    public static final List<Column> COLUMNS = CONTRACT.stream().map(DialogRecords::column).toList();

    private final DialogTable dialogs;
    private final Captured captured;
    private final FieldReader reader;
    private final List<DialogValue> fields;

    public DialogRecords(SipIndex index) {
        this(index, CONTRACT);
    }

    /// Of these fields.
    public DialogRecords(SipIndex index, List<DialogValue> fields) {
        dialogs = index.dialogs();
        captured = new Captured(index);
        reader = new FieldReader(index);
        this.fields = List.copyOf(fields);
    }

    @Override
    public List<Column> columns() {
        return fields.stream().map(DialogRecords::column).toList();
    }

    @Override
    public int size() {
        return dialogs.size();
    }

    @Override
    public String[] row(int dialog) {
        return fields.stream().map(field -> cell(field, dialog)).toArray(String[]::new);
    }

    @Override
    public String cell(int dialog, int column) {
        return cell(fields.get(column), dialog);
    }

    private static Column column(DialogValue field) {
        if (field instanceof DialogField its && its.isList()) {
            return Column.list(field.key());
        }
        return switch (field.kind()) {
            case MOMENT -> Column.time(field.key());
            case COUNT, SPAN -> Column.number(field.key());
            case TEXT, WORD, ADDRESS, ENDPOINT -> Column.text(field.key());
        };
    }

    private String cell(DialogValue value, int dialog) {
        if (!(value instanceof DialogField field) || !field.kind().isNumber()) {
            return value instanceof DialogField list && list.isList() ? Column.list(reader.list(list, dialog))
                    : reader.text(value, dialog);
        }
        if (field == DialogField.START) {
            return captured.time(dialogs.firstMessage(dialog));
        }
        long number = reader.number(field, dialog);
        if (number == FieldReader.ABSENT) {
            return "";
        }
        return field.kind() == FieldKind.SPAN ? captured.seconds(number) : Long.toString(number);
    }
}
