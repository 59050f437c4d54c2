package org.sipsleuth.filter.field;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.Lexis;

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
    private boolean described;
    private int sdpFrom;
    private int sdpTo;

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

    /// Tells the values of dialogs.
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

    /// Where the parts of the message lie.
    public SipLayout layout() {
        parse();
        return layout;
    }

    private void parse() {
        if (!parsed) {
            buffer = index.layout(message, layout);
            parsed = true;
            described = false;
        }
    }

    /// Where the first session description of the body begins, or -1 if it has none.
    public int sdpFrom() {
        describe();
        return sdpFrom;
    }

    /// Where it ends.
    public int sdpTo() {
        describe();
        return sdpTo;
    }

    private void describe() {
        parse();
        if (described) {
            return;
        }
        described = true;
        sdpFrom = -1;
        sdpTo = layout.to(Part.BODY);
        int from = layout.has(Part.BODY) ? layout.from(Part.BODY) : sdpTo;
        int p = Lexis.skipLws(buffer, from, sdpTo);
        if (isAt(p, 'v', '=')) {
            sdpFrom = p;
        } else if (isAt(p, '-', '-')) {
            findPart(p);
        }
    }

    /// The part of a body of several (RFC 2046 §5.1) that begins with `v=`.
    private void findPart(int from) {
        int end = sdpTo;
        boolean lineBegins = true;
        for (int p = from; p + 1 < end; p++) {
            if (lineBegins && sdpFrom < 0 && isAt(p, 'v', '=')) {
                sdpFrom = p;
            } else if (lineBegins && sdpFrom >= 0 && isAt(p, '-', '-')) {
                sdpTo = p;
                return;
            }
            lineBegins = buffer[p] == '\n';
        }
    }

    private boolean isAt(int p, char first, char second) {
        return p + 1 < sdpTo && buffer[p] == first && buffer[p + 1] == second;
    }
}
