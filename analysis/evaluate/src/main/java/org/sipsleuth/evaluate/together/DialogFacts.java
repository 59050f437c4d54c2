package org.sipsleuth.evaluate.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// What is stated of dialogs, as texts that can be compared: all fields but the names of files,
/// hints with their evidence, notes of the ladder, and the records of `calls`. Messages are named
/// by their frames, since their numbers depend on the other files.
final class DialogFacts {

    private static final DialogField[] FIELDS = DialogField.values();

    private DialogFacts() {}

    /// The facts of all dialogs by Call-ID.
    static Map<String, List<String>> of(SipIndex index) {
        Map<String, List<String>> facts = new TreeMap<>();
        FieldReader reader = new FieldReader(index);
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            facts.put(index.dialogs().callId(dialog), of(index, reader, dialog));
        }
        addCalls(index, facts);
        return facts;
    }

    private static List<String> of(SipIndex index, FieldReader reader, int dialog) {
        List<String> facts = new ArrayList<>();
        for (DialogField field : FIELDS) {
            if (field != DialogField.FILES) {
                long number = reader.number(field, dialog);
                String text = reader.text(field, dialog);
                facts.add(field.key() + "=" + (number == FieldReader.ABSENT ? text : number + " " + text));
            }
        }
        DialogOutcome outcome = reader.outcome(dialog);
        facts.add("evidence=" + frames(index.messages(), List.of(outcome.evidence())));
        reader.hints(dialog)
                .forEach(hint -> facts.add(
                        "hint=" + hint.hint() + ": " + hint.explanation() + frames(index.messages(), hint.evidence())));
        DialogNotes.of(index, List.of(dialog), RunMonitor.NONE)
                .forEach(note -> facts.add("note=" + note.text() + frames(index.messages(), List.of(note.message()))));
        return facts;
    }

    private static String frames(MessageTable messages, List<Integer> evidence) {
        return evidence.stream()
                .map(message -> message < 0 ? "-" : Integer.toString(messages.frame(message)))
                .collect(Collectors.joining(" ", " [", "]"));
    }

    private static void addCalls(SipIndex index, Map<String, List<String>> facts) {
        TransactionTable table = TransactionTable.of(index, RunMonitor.NONE);
        CallRecords calls = CapturedCalls.of(table, UserNames.AS_WRITTEN);
        for (int call = 0; call < calls.size(); call++) {
            List<String> its = facts.get(index.dialogs().callId(calls.origin(call)));
            if (its != null) {
                its.add("call=%s %s %d %b %d ms".formatted(calls.users().get(calls.caller(call)),
                        calls.users().get(calls.callee(call)), calls.startNanos(call), calls.isAnswered(call),
                        calls.talkMillis(call)));
            }
        }
    }
}
