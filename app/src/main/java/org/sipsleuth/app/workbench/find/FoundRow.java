package org.sipsleuth.app.workbench.find;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.ui.WindowFaults;

/// A dialog that was found, as the rows of `find` state it.
///
/// @param call the number of the call that it is a leg of, from 1
/// @param files with its messages, in the order of time
/// @param captures that its call needs to be whole
record FoundRow(int call, String callId, long startNanos, long durationNanos, int messages, String outcome,
        String caller, String callee, String sequence, List<Path> files, List<Path> captures) {

    FoundRow {
        files = List.copyOf(files);
        captures = List.copyOf(captures);
    }

    /// The dialogs of a call.
    static List<FoundRow> of(SipIndex index, List<Integer> dialogs, int call, List<Path> captures) {
        FieldReader fields = new FieldReader(index);
        return dialogs.stream().map(dialog -> of(index, fields, dialog, call, captures)).toList();
    }

    private static FoundRow of(SipIndex index, FieldReader fields, int dialog, int call, List<Path> captures) {
        List<Path> files = Arrays.stream(index.messagesOf(dialog))
                .map(index.messages()::file)
                .sorted()
                .distinct()
                .mapToObj(file -> index.files().get(file).path())
                .toList();
        return new FoundRow(call, index.dialogs().callId(dialog), index.dialogs().startNanos(dialog),
                index.dialogs().durationNanos(dialog), index.dialogs().messageCount(dialog),
                WindowFaults.SINK.contain("column outcome", FaultSink.FAILED, () -> fields.outcomeWithCause(dialog)),
                index.dialogs().caller(dialog), index.dialogs().callee(dialog), index.dialogs().sequenceText(dialog),
                files, captures);
    }
}
