package org.sipsleuth.evaluate.ngram;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.ngram.embedding.MessageContext;
import org.sipsleuth.truth.MutatedBytes;

/// A message of which is known whether it is normal. Immutable as long as nobody writes to the
/// bytes.
final class LabelledMessage {

    private final byte[] bytes;
    private final int dialog;
    private final boolean isAnomalous;
    private final List<MutatedBytes> changes;
    private final MessageContext context;

    /// @param dialog the number of its dialog in its capture
    /// @param changes which of its bytes were changed on purpose
    /// @param context what is known of its dialog when it arrives
    LabelledMessage(byte[] bytes, int dialog, boolean isAnomalous, List<MutatedBytes> changes, MessageContext context) {
        this.bytes = bytes;
        this.dialog = dialog;
        this.isAnomalous = isAnomalous;
        this.changes = List.copyOf(changes);
        this.context = context;
    }

    /// The same message with other bytes.
    LabelledMessage broken(byte[] others, List<MutatedBytes> itsChanges) {
        return new LabelledMessage(others, dialog, true, itsChanges, context);
    }

    byte[] bytes() {
        return bytes;
    }

    int dialog() {
        return dialog;
    }

    boolean isAnomalous() {
        return isAnomalous;
    }

    List<MutatedBytes> changes() {
        return changes;
    }

    MessageContext context() {
        return context;
    }

    /// How many dialogs some messages of one capture belong to.
    static long dialogs(List<LabelledMessage> messages) {
        return messages.stream().map(LabelledMessage::dialog).distinct().count();
    }

    /// The first of each that are equal to the byte.
    static List<LabelledMessage> distinct(List<LabelledMessage> messages) {
        Set<ByteBuffer> seen = new HashSet<>();
        return messages.stream().filter(one -> seen.add(ByteBuffer.wrap(one.bytes))).toList();
    }
}
