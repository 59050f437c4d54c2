package org.sipsleuth.view.sequence.prediction.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.sequence.corpus.MessageChoice;

/// The messages of one dialog that belong to its sequence, as a model wants them. Immutable.
public final class DialogMessages {

    /// Later messages are not followed: nobody steps through so many.
    public static final int MOST = 20_000;

    private final int dialog;
    private final int[] messages;
    private final List<String> types;
    private final boolean isCut;
    private final boolean isDecided;

    private DialogMessages(int dialog, int[] messages, List<String> types, boolean isCut, boolean isDecided) {
        this.dialog = dialog;
        this.messages = messages;
        this.types = types;
        this.isCut = isCut;
        this.isDecided = isDecided;
    }

    /// Those of a dialog of an index.
    public static DialogMessages of(SipIndex index, int dialog, MessageChoice choice) {
        MessageTable table = index.messages();
        int[] all = index.messagesOf(dialog);
        int[] counted = choice.retransmissions() ? all
                : Arrays.stream(all).filter(message -> !table.isRetransmission(message)).toArray();
        int[] taken = counted.length > MOST ? Arrays.copyOf(counted, MOST) : counted;
        List<String> types = new ArrayList<>(taken.length);
        for (int message : taken) {
            types.add(table.typeName(table.type(message)));
        }
        boolean isCut = counted.length > taken.length;
        boolean isDecided = !isCut && !new OutcomeReader(index).of(dialog).outcome().isOpen();
        return new DialogMessages(dialog, taken, List.copyOf(types), isCut, isDecided);
    }

    /// The dialog's number in the index.
    public int dialog() {
        return dialog;
    }

    /// How many there are.
    public int size() {
        return messages.length;
    }

    /// Their types, in order.
    public List<String> types() {
        return types;
    }

    /// Whether the dialog has more messages than are followed.
    public boolean isCut() {
        return isCut;
    }

    /// Whether the last of them is the dialog's end: its outcome is decided then.
    public boolean isDecided() {
        return isDecided;
    }

    /// How many of them came up to this message of the index, itself included.
    public int upTo(int message) {
        int found = Arrays.binarySearch(messages, message);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// Whether this message of the index is one of them; a retransmission often is not.
    public boolean has(int message) {
        return Arrays.binarySearch(messages, message) >= 0;
    }

    /// The message of the index that is the k-th of them, from 1.
    public int message(int place) {
        return messages[place - 1];
    }
}
