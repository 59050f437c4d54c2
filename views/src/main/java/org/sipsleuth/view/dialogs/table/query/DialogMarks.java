package org.sipsleuth.view.dialogs.table.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.pipeline.field.VerdictFields;

/// What the models in use compute for the dialogs in the list, by the filter fields of the methods:
/// `dialog.mark`, `dialog.maximum` … Fields that no method supplies have no values.
public final class DialogMarks {

    private final SipIndex index;
    private final List<DynamicField> fields;

    /// @param fields of all methods
    public DialogMarks(SipIndex index, List<DynamicField> fields) {
        this.index = index;
        this.fields = List.copyOf(fields);
    }

    /// Two have the same values if they have the same fields: dialogs keep their numbers.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DialogMarks marks && marks.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /// Whether the dialogs have marks: a model judged them, and it fits the capture.
    public boolean areKnown() {
        return index.dialogs().size() > 0 && of(0).isPresent();
    }

    /// Whether a network has scored the dialogs.
    public boolean areScored() {
        return index.dialogs().size() > 0 && network(0).isPresent();
    }

    /// The mark of a dialog; empty where it has none.
    public Optional<Mark> of(int dialog) {
        return word(VerdictFields.MARK, dialog)
                .flatMap(word -> Arrays.stream(Mark.values()).filter(mark -> mark.word().equals(word)).findFirst());
    }

    /// What the network of the laboratory says about a dialog; empty where that is not known.
    public Optional<NetworkMark> network(int dialog) {
        return word("network.mark", dialog).flatMap(
                word -> Arrays.stream(NetworkMark.values()).filter(mark -> mark.word().equals(word)).findFirst());
    }

    private Optional<String> word(String field, int dialog) {
        return value(field, dialog).map(DialogMarks::text);
    }

    private static String text(Value value) {
        return value instanceof Value.Octets octets ? octets.text() : "";
    }

    /// The value of a field that is a number; empty where it is not known.
    Optional<Double> number(String field, int dialog) {
        return value(field, dialog).map(value -> switch (value) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> (double) whole;
            case Value.Octets _ -> Double.NaN;
        });
    }

    private Optional<Value> value(String name, int dialog) {
        Values values = new Values();
        fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .ifPresent(field -> field.read(index, dialog, values));
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /// Unknown dialogs sort first, those without a mark last.
    int order(int dialog) {
        return of(dialog).map(mark -> switch (mark) {
            case UNKNOWN -> 0;
            case KNOWN -> 1;
        }).orElse(2);
    }

    /// Dialogs outside the limits of the network sort first, those without a mark last.
    int networkOrder(int dialog) {
        return network(dialog).map(mark -> switch (mark) {
            case OUTSIDE -> 0;
            case BETWEEN -> 1;
            case WITHIN -> 2;
        }).orElse(3);
    }
}
