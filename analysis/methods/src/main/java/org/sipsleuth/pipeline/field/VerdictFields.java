package org.sipsleuth.pipeline.field;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.pipeline.Verdicts;

/// Whether a dialog is known or unknown, as filter fields; without values where no model decided,
/// or the one in use does not fit the capture.
public final class VerdictFields {

    /// The mark as a word.
    public static final String MARK = "dialog.mark";

    /// Whether the mark is *unknown*.
    public static final String UNKNOWN = "dialog.unknown";

    /// The names of all of them.
    public static final List<String> NAMES = List.of(MARK, UNKNOWN);

    private static final List<String> WORDS = Arrays.stream(Mark.values()).map(Mark::word).toList();

    private VerdictFields() {}

    /// The fields with the values of these verdicts.
    public static List<DynamicField> of(Verdicts verdicts) {
        return List.of(new MarkField(verdicts), DynamicField.of(UNKNOWN, FieldKind.BOOLEAN,
                VerdictText.ofUnknown().text(), List.of(), (index, dialog, values) -> {
                    if (verdicts.isOf(index)) {
                        verdicts.of(dialog).ifPresent(mark -> values.whole(mark == Mark.UNKNOWN ? 1 : 0));
                    }
                }));
    }

    /// The field of the mark, which once had the words of the network.
    private record MarkField(Verdicts verdicts) implements DynamicField {

        @Override
        public String name() {
            return MARK;
        }

        @Override
        public FieldKind kind() {
            return FieldKind.TEXT;
        }

        @Override
        public String description() {
            return VerdictText.ofMark().text();
        }

        @Override
        public List<String> choices() {
            return WORDS;
        }

        @Override
        public Map<String, String> withdrawn() {
            String word = NetworkMark.BETWEEN.word();
            return Map.of(word, VerdictText.withdrawn(word).text());
        }

        @Override
        public void read(SipIndex index, int dialog, Values values) {
            Optional<Mark> mark = verdicts.isOf(index) ? verdicts.of(dialog) : Optional.empty();
            mark.map(Mark::word).ifPresent(values::text);
        }
    }
}
