package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection;

/// Finds in a later index of the same files what was chosen in an earlier one: numbers can change
/// while a capture is read, because messages are ordered by time over all files.
public final class SelectionTransfer {

    private SelectionTransfer() {}

    /// The same choice in the later index; of several messages the current one. What is not found
    /// there is left out.
    public static Selection carry(Selection selection, SipIndex earlier, SipIndex later) {
        List<Integer> dialogs = selection.dialogs()
                .stream()
                .map(dialog -> later.dialogs().find(earlier.dialogs().callId(dialog)))
                .filter(dialog -> dialog >= 0)
                .toList();
        List<Integer> messages = selection.messages().isEmpty() ? List.of()
                : message(selection.messages().getLast(), earlier, later).stream().boxed().toList();
        return new Selection(selection.time(), dialogs, messages);
    }

    /// A live capture gives up its oldest files, so the number of a file may change as well.
    private static Path path(SipIndex index, int file) {
        return index.files().get(file).path();
    }

    private static OptionalInt message(int message, SipIndex earlier, SipIndex later) {
        MessageTable before = earlier.messages();
        MessageTable after = later.messages();
        String callId = earlier.dialogs().callId(before.dialog(message));
        return Optional.of(later.dialogs().find(callId))
                .filter(dialog -> dialog >= 0)
                .map(later::messagesOf)
                .map(IntStream::of)
                .orElse(IntStream.empty())
                .filter(other -> path(later, after.file(other)).equals(path(earlier, before.file(message)))
                        && after.frame(other) == before.frame(message) && after.type(other) == before.type(message)
                        && after.cseq(other) == before.cseq(message))
                .findFirst();
    }
}
