package org.sipsleuth.filter.field;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// The message that is asked, moved from one to the next; its text is parsed when it is first
/// asked for. For one thread.
public final class Row {

    private final SipIndex index;
    private final MessageTable messages;
    private final SipLayout layout = new SipLayout();
    private @Nullable FieldReader dialogFields;
    private byte[] buffer = new byte[0];
    private int message = -1;
    private boolean parsed;

    public Row(SipIndex index) {
        this.index = index;
        this.messages = index.messages();
    }

    /// Goes to a message.
    public void move(int to) {
        message = to;
        parsed = false;
    }

    public SipIndex index() {
        return index;
    }

    public MessageTable messages() {
        return messages;
    }

    public int message() {
        return message;
    }

    /// The number of its dialog.
    public int dialog() {
        return messages.dialog(message);
    }

    /// Reads the values of dialogs.
    public FieldReader dialogFields() {
        FieldReader reader = dialogFields;
        if (reader == null) {
            reader = new FieldReader(index);
            dialogFields = reader;
        }
        return reader;
    }

    /// The bytes that [#layout] speaks of; never changed after.
    public byte[] buffer() {
        parse();
        return buffer;
    }

    /// The offsets of the parts of the message.
    public SipLayout layout() {
        parse();
        return layout;
    }

    private void parse() {
        if (!parsed) {
            buffer = index.layout(message, layout);
            parsed = true;
        }
    }

    /// Where the session description begins, or -1 if the message has none.
    public int sdpFrom() {
        return layout().from(Part.SDP);
    }

    /// Where it ends.
    public int sdpTo() {
        return layout().to(Part.SDP);
    }
}
