package org.sipsleuth.view.dialogs.table.cell;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.CommonDomain;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.FieldColumn;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.message.VisibleText;

/// A value of a dialog as text that can be shown.
final class ShownValue {

    /// Longer texts are cut off: nobody reads them in a row, and laying them out takes long.
    private static final int LONGEST = 400;

    private static final DialogColumn HINTS = DialogColumn.of(DialogField.HINTS);

    private static final DialogColumn EARLIER_CALLS = DialogColumn.of(DialogField.EARLIER_CALLS);

    private static final String SIP_SCHEME = "sip:";

    private ShownValue() {}

    /// All of it; empty if it must be read from a capture that was changed since.
    static String whole(DialogColumn column, ColumnReader reader, int dialog) {
        return reader.contain(column, "", FaultSink.FAILED, () -> words(column, reader, dialog));
    }

    private static String words(DialogColumn column, ColumnReader reader, int dialog) {
        if (isOutcome(column)) {
            String reasons = reasons(reader, dialog);
            String label = outcome(reader, dialog);
            return reasons.isEmpty() ? label : label + " (" + reasons + ")";
        }
        if (column == OwnColumn.MARK) {
            return mark(reader, dialog);
        }
        if (column == OwnColumn.PROBLEM) {
            return VisibleText.ofValue(problems(reader, dialog), LONGEST);
        }
        if (column == OwnColumn.NOTE) {
            return VisibleText.ofValue(noted(reader.note(dialog)), LONGEST);
        }
        return VisibleText.ofValue(column.text(reader, dialog), LONGEST);
    }

    private static String mark(ColumnReader reader, int dialog) {
        String label = reader.outcome(dialog).text();
        return reader.incident(dialog).isPresent() ? text("dialogs.mark.incident", label)
                : reader.problemBehindGoodOutcome(dialog)
                        .map(problem -> text("dialogs.mark.problem", label,
                                VisibleText.ofValue(problem.title().text(), LONGEST)))
                        .orElse(label);
    }

    /// The most severe problem with its severity, for which the row has an icon, and the others.
    private static String problems(ColumnReader reader, int dialog) {
        return reader.problem(dialog)
                .map(first -> text("dialogs.problem", first.title().text(),
                        DocumentTexts.severity(first.severity()).text(),
                        reader.listed()
                                .problems()
                                .problems(dialog)
                                .stream()
                                .skip(1)
                                .map(other -> text("dialogs.problem.also", other.title().text()))
                                .collect(Collectors.joining())))
                .orElse("");
    }

    /// All that is noted of a dialog: the row has only a letter and an icon.
    private static String noted(DialogNote note) {
        List<String> parts = new ArrayList<>();
        note.mark().map(NoteMark::name).ifPresent(parts::add);
        if (!note.tags().isEmpty()) {
            parts.add(text("dialogs.noted.tags", String.join(", ", note.tags())));
        }
        if (!note.comment().isEmpty()) {
            parts.add(text("dialogs.noted.comment", note.comment()));
        }
        return String.join("; ", parts);
    }

    /// As shown in a row.
    static String inRow(DialogColumn column, ColumnReader reader, int dialog) {
        if (column == OwnColumn.PROBLEM) {
            return VisibleText.ofValue(column.text(reader, dialog), LONGEST);
        }
        return isOutcome(column) ? reader.contain(column, "", FaultSink.FAILED, () -> outcome(reader, dialog))
                : inRow(column, reader, whole(column, reader, dialog));
    }

    /// That of the last call, and of those that had the Call-ID before.
    private static String outcome(ColumnReader reader, int dialog) {
        String earlier = whole(EARLIER_CALLS, reader, dialog);
        String label = reader.outcome(dialog).label();
        return earlier.isEmpty() ? label : label + FieldReader.AND + earlier;
    }

    private static boolean isOutcome(DialogColumn column) {
        return column instanceof FieldColumn(var value) && value == DialogField.OUTCOME;
    }

    /// Whether the icon of hints is before the value in the row: the dialog has hints, or a problem
    /// that no other column shows. Beside a problem there is no second icon.
    static boolean isHinted(DialogColumn column, ColumnReader reader, int dialog, boolean showsProblems) {
        return isOutcome(column) ? !(showsProblems && isFailure(reader, dialog)) && !reasons(reader, dialog).isEmpty()
                : column.equals(HINTS) && !hints(reader, dialog).isEmpty();
    }

    /// What explains the outcome: its hints, else its problems, most of which are made of hints.
    private static String reasons(ColumnReader reader, int dialog) {
        String hints = hints(reader, dialog);
        return hints.isEmpty() && isFailure(reader, dialog) ? whole(OwnColumn.PROBLEM, reader, dialog) : hints;
    }

    private static boolean isFailure(ColumnReader reader, int dialog) {
        return reader.problem(dialog).filter(Problem::isFailure).isPresent();
    }

    private static String hints(ColumnReader reader, int dialog) {
        return whole(HINTS, reader, dialog);
    }

    /// A full value as shown in a row: of a URI the usual scheme is omitted, its parameters, and
    /// the host that most of the capture's users share.
    private static String inRow(DialogColumn column, ColumnReader reader, String text) {
        if (!(column instanceof FieldColumn(var value))
                || (value != DialogField.CALLER && value != DialogField.CALLEE)) {
            return text;
        }
        int from = text.startsWith(SIP_SCHEME) ? SIP_SCHEME.length() : 0;
        int parameters = text.indexOf(';');
        String user = text.substring(from, parameters > from ? parameters : text.length());
        return CommonDomain.omit(user, reader.commonDomain());
    }
}
