package org.sipsleuth.filter.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogState;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;

/// Fields of the dialog that a message belongs to: `dialog.` and the key of a [DialogField].
final class DialogFields {

    /// The values of the fields that have few.
    private static final Map<DialogField, List<String>> CHOICES =
            Map.of(DialogField.STATE, Arrays.stream(DialogState.values()).map(DialogState::text).toList(),
                    DialogField.OUTCOME, Arrays.stream(Outcome.values()).map(Outcome::text).toList(), DialogField.CAUSE,
                    Arrays.stream(Cause.values()).map(Cause::text).toList());

    private DialogFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (DialogField field : DialogField.values()) {
            Field asked = Field.of("dialog." + field.key(), kind(field), field.description(), ValueDependency.DIALOG,
                    (row, values) -> read(field, row, values));
            fields.add(asked.choosing(CHOICES.getOrDefault(field, List.of())));
        }
        fields.add(Field.of("dialog.is_call", FieldKind.BOOLEAN,
                "Whether it is a call (has an INVITE or the end of a call)", ValueDependency.DIALOG,
                (row, values) -> values.whole(row.index().dialogs().isCall(row.dialog()) ? 1 : 0)));
        for (DialogHint hint : DialogHint.values()) {
            fields.add(Field.of("hint." + hint.id(), FieldKind.BOOLEAN, "Whether it has the hint: " + hint.label(),
                    ValueDependency.DIALOG, (row, values) -> values.whole(has(hint, row) ? 1 : 0)));
        }
        return fields;
    }

    private static boolean has(DialogHint hint, Row row) {
        return row.dialogFields().hints(row.dialog()).stream().anyMatch(found -> found.hint() == hint);
    }

    private static FieldKind kind(DialogField field) {
        return switch (field.kind()) {
            case TEXT, WORD, ADDRESS, ENDPOINT -> FieldKind.TEXT;
            case COUNT -> FieldKind.WHOLE;
            case SPAN, MOMENT -> FieldKind.SPAN;
        };
    }

    private static void read(DialogField field, Row row, Values values) {
        FieldReader reader = row.dialogFields();
        if (field.kind().isNumber()) {
            long number = reader.number(field, row.dialog());
            if (number != FieldReader.ABSENT) {
                values.whole(number);
            }
            return;
        }
        String text = reader.text(field, row.dialog());
        if (!text.isEmpty()) {
            values.text(text);
        }
    }
}
