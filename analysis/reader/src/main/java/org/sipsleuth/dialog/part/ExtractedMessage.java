package org.sipsleuth.dialog.part;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.sip.SipLayout;

/// A message that was found in a capture, on its way to the index. Used again for the next.
public final class ExtractedMessage {

    /// When and between whom it was captured. Its frame has the number in the capture.
    public final Arrival arrival = new Arrival();

    /// Where its parts are in the buffer of its batch.
    public final SipLayout layout;

    /// The place of its file among the files of the index: the one that completes it.
    public int file;

    /// The number of its frame in that file.
    public int frame;

    /// Where it begins in the buffer of its batch.
    public int from;

    /// Its bytes, with all else that its datagram holds.
    public int length;

    /// Whether bytes that follow it were not captured.
    public boolean cut;

    /// Whether it had to wait for bytes that belong before it, so that it comes after messages of later
    /// frames.
    public boolean late;

    /// Whether it does not count, since another file yielded it.
    public boolean omitted;

    /// The earliest time of bytes that wait when it comes: messages in them are yet to come.
    public long withheldSinceNanos;

    /// Where it is in its file, if it is one piece of that.
    public long offset;

    /// Where its bytes come from, if they were reassembled; else null.
    public @Nullable Provenance provenance;

    /// Takes over what is known of another one but for its bytes.
    void copy(ExtractedMessage other) {
        arrival.copy(other.arrival);
        file = other.file;
        frame = other.frame;
        cut = other.cut;
        late = other.late;
        omitted = other.omitted;
        withheldSinceNanos = other.withheldSinceNanos;
        offset = other.offset;
        provenance = other.provenance;
    }

    /// @param layout its own
    public ExtractedMessage(SipLayout layout) {
        this.layout = layout;
    }
}
