package org.sipsleuth.view.inspector;

import java.util.List;
import java.util.OptionalInt;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.finding.FindingFacts;
import org.sipsleuth.view.session.Selection;

/// What the inspector speaks of.
sealed interface Subject {

    /// Which side of a choice is wanted: the current message or its dialog.
    enum Side {
        /// The message if one is chosen, else the dialog.
        AUTOMATIC,
        MESSAGE,
        DIALOG
    }

    /// Nothing is chosen.
    record Nothing() implements Subject {}

    /// One message.
    record OneMessage(int message) implements Subject {}

    /// One dialog.
    record OneDialog(int dialog) implements Subject {}

    /// Several dialogs together.
    record ManyDialogs(List<Integer> dialogs) implements Subject {
        public ManyDialogs {
            dialogs = List.copyOf(dialogs);
        }
    }

    /// A stream of media.
    record OneStream(MediaStream stream) implements Subject {}

    /// A finding.
    record OneFinding(Finding finding) implements Subject {}

    /// The dialogs that a selection chooses. A message without a chosen dialog stands for its own.
    static Subject ofDialogs(Selection selection, SipIndex index) {
        List<Integer> messages = selection.messages();
        return switch (selection.dialogs().size()) {
            case 0 ->
                    messages.isEmpty()
                            ? new Nothing()
                            : new OneDialog(index.messages().dialog(messages.getLast()));
            case 1 -> new OneDialog(selection.dialogs().getFirst());
            default -> new ManyDialogs(selection.dialogs());
        };
    }

    /// The message whose fields describe it, a dialog's first one; none if there are several.
    default OptionalInt message(SipIndex index) {
        return switch (this) {
            case OneMessage(int message) -> OptionalInt.of(message);
            case OneDialog(int dialog) -> OptionalInt.of(index.dialogs().firstMessage(dialog));
            case Nothing(), ManyDialogs(_), OneStream(_), OneFinding(_) -> OptionalInt.empty();
        };
    }

    /// What is known about it. May read from the capture's file.
    ///
    /// @param data what is known of it beyond the capture
    default Facts facts(SipIndex index, InspectorData data, RunMonitor monitor) {
        return switch (this) {
            case Nothing() -> new Facts("", List.of());
            case OneMessage(int message) -> MessageFacts.of(index, message, data);
            case OneDialog(int dialog) -> DialogFacts.of(index, dialog, data);
            case ManyDialogs(List<Integer> dialogs) -> TotalFacts.of(index, dialogs, data, monitor);
            case OneStream(MediaStream stream) -> StreamFacts.of(index, stream, data);
            case OneFinding(Finding finding) -> FindingFacts.of(index, finding, data.incidents());
        };
    }
}
