package org.sipsleuth.export;

import java.util.Arrays;
import java.util.BitSet;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;

/// What is to be exported. Immutable.
public final class ExportRequest {

    private final BitSet messages;
    private final int[] dialogs;
    private final boolean hasMedia;
    private final ReadOptions options;

    private ExportRequest(BitSet messages, int[] dialogs, boolean hasMedia, ReadOptions options) {
        this.messages = messages;
        this.dialogs = dialogs;
        this.hasMedia = hasMedia;
        this.options = options;
    }

    /// Whole dialogs.
    ///
    /// @param dialogs their numbers in the index
    /// @param hasMedia whether their RTP and RTCP is wanted too
    /// @param options how the index was read
    public static ExportRequest ofDialogs(SipIndex index, int[] dialogs, boolean hasMedia, ReadOptions options) {
        BitSet messages = new BitSet();
        int[] sorted = Arrays.stream(dialogs).sorted().distinct().toArray();
        for (int dialog : sorted) {
            for (int message : index.messagesOf(dialog)) {
                messages.set(message);
            }
        }
        return new ExportRequest(messages, sorted, hasMedia, options);
    }

    /// Messages, whatever dialogs they belong to.
    ///
    /// @param chosen their numbers in the index
    /// @param hasMedia whether the RTP and RTCP of their dialogs is wanted too
    public static ExportRequest ofMessages(SipIndex index, BitSet chosen, boolean hasMedia, ReadOptions options) {
        BitSet messages = (BitSet) chosen.clone();
        int[] dialogs = messages.stream().map(index.messages()::dialog).sorted().distinct().toArray();
        return new ExportRequest(messages, dialogs, hasMedia, options);
    }

    /// Whether messages of an index are left out.
    boolean isPartOf(SipIndex index) {
        return messages.cardinality() < index.messages().size();
    }

    /// The numbers of the chosen messages.
    public BitSet messages() {
        return (BitSet) messages.clone();
    }

    /// The numbers of their dialogs, in order.
    public int[] dialogs() {
        return dialogs.clone();
    }

    /// Whether media is wanted.
    public boolean hasMedia() {
        return hasMedia;
    }

    /// How the index was read.
    public ReadOptions options() {
        return options;
    }
}
