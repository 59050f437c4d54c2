package org.sipsleuth.view.dialogs.table.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.DialogValue;
import org.sipsleuth.dialog.field.FieldKind;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.field.HeaderValue;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.UtcTime;

/// A column of a field of dialogs, or of a header field.
public record FieldColumn(DialogValue value) implements DialogColumn {

    private static final List<DialogField> FOREMOST = List.of(DialogField.START, DialogField.METHOD, DialogField.CALLER,
            DialogField.CALLEE, DialogField.OUTCOME, DialogField.CAUSE, DialogField.HINTS, DialogField.MESSAGES,
            DialogField.FINAL_STATUS, DialogField.REASON, DialogField.SETUP_TIME, DialogField.DURATION,
            DialogField.USER_AGENT, DialogField.SERVER);

    /// All fields, those that are asked for most first.
    static final List<DialogField> FIRST =
            Stream.concat(FOREMOST.stream(), Stream.of(DialogField.values()).filter(field -> !FOREMOST.contains(field)))
                    .toList();

    private static final int SPAN_DIGITS = 3;

    /// For telephone numbers of 12 digits: their ends are what differs.
    private static final double LEAST_USER = 116;

    /// For a word without its cause, which the tooltip has.
    private static final double LEAST_OUTCOME = 74;

    /// The column of a field.
    public static FieldColumn of(DialogField field) {
        return new FieldColumn(field);
    }

    @Override
    public String key() {
        return value.key();
    }

    @Override
    public Optional<Concealed> states() {
        return value == DialogField.HINTS || value == DialogField.CAUSE ? Optional.of(Concealed.HINTS)
                : Optional.empty();
    }

    @Override
    public Kind kind() {
        if (value.kind().isNumber() || value == DialogField.OUTCOME) {
            return Kind.NUMBER;
        }
        return value.kind().isEndpoint() ? Kind.ENDPOINT : Kind.TEXT;
    }

    @Override
    public double width() {
        return switch (value.kind()) {
            case COUNT -> switch (value) {
                case DialogField.FIRST_FRAME -> 96;
                case DialogField.MESSAGES -> 60;
                default -> 66;
            };
            case SPAN -> value == DialogField.DURATION ? 74 : 92;
            case MOMENT -> 100;
            case WORD -> switch (value) {
                case DialogField.METHOD -> 80;
                case DialogField.OUTCOME -> 190; // with its cause: no response (not captured)
                case DialogField.CAUSE -> 150;
                default -> 90;
            };
            case ADDRESS -> 120;
            case ENDPOINT -> 140;
            case TEXT -> switch (value) {
                case DialogField.CALLER, DialogField.CALLEE -> 138;
                case DialogField.SEQUENCE -> 320;
                case DialogField.CALL_ID, DialogField.REASON, DialogField.HINTS, DialogField.REQUEST_URI -> 220;
                case DialogField.CODEC -> 80;
                default -> 150;
            };
        };
    }

    @Override
    public double leastWidth() {
        return switch (value) {
            case DialogField.CALLER, DialogField.CALLEE -> LEAST_USER;
            case DialogField.OUTCOME -> LEAST_OUTCOME;
            // addresses of one network begin alike: cut they say nothing
            default -> kind() == Kind.ENDPOINT ? width() : DialogColumn.super.leastWidth();
        };
    }

    @Override
    public boolean isElastic() {
        return value == DialogField.OUTCOME || (kind() != Kind.NUMBER && value != DialogField.METHOD);
    }

    @Override
    public boolean isNumeric() {
        return value.kind() == FieldKind.COUNT || value.kind() == FieldKind.SPAN;
    }

    @Override
    public String title() {
        return value instanceof HeaderValue header ? Texts.text(
                header.side() == HeaderValue.Side.REQUEST ? "dialogs.column.request" : "dialogs.column.response",
                header.header()) : Texts.text("dialogs.column." + textKey());
    }

    @Override
    public String head() {
        return value instanceof HeaderValue header ? header.header() : Texts.text("dialogs.head." + textKey());
    }

    private String textKey() {
        return key().replace('_', '.');
    }

    @Override
    public String description() {
        return value.description();
    }

    @Override
    public long order(ColumnReader reader, int dialog) {
        if (value == DialogField.OUTCOME) {
            return reader.outcomeOrder(dialog);
        }
        return value instanceof DialogField field ? reader.fields().number(field, dialog) : FieldReader.ABSENT;
    }

    @Override
    public String words(ColumnReader reader, int dialog) {
        if (!(value instanceof DialogField field)) {
            return reader.fields().text(value, dialog);
        }
        long number = reader.fields().number(field, dialog);
        boolean isNone = number == FieldReader.ABSENT;
        return switch (field.kind()) {
            case TEXT, WORD, ADDRESS, ENDPOINT -> reader.fields().text(value, dialog);
            case MOMENT -> UtcTime.moment(reader.listed().index(), number);
            case SPAN -> isNone ? "" : UtcTime.seconds(number, SPAN_DIGITS);
            case COUNT -> isNone || isIdle(field, number) ? "" : Long.toString(number);
        };
    }

    /// Nothing to see is not shown as 0, so that other values stand out.
    private static boolean isIdle(DialogField field, long number) {
        return number == 0 && (field == DialogField.RETRANSMISSIONS || field == DialogField.DEFECTS);
    }
}
