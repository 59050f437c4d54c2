package org.sipsleuth.dialog.stream;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.sip.SipLayout;

/// A message that was found in a capture, on its way to the index. Used again for the next.
public final class FoundMessage {

    /// When and between whom it was captured.
    public final Arrival arrival = new Arrival();

    /// Where its parts lie in the buffer of its batch.
    public final SipLayout layout = new SipLayout();

    /// The place of its file among the files of the index.
    public int file;

    /// Where it begins in the buffer of its batch.
    public int from;

    /// Its bytes, with all else that its datagram holds.
    public int length;

    /// Where it lies in its file, if it is one piece of it.
    public long offset;

    /// Where its bytes come from, if they were put together; else null.
    public @Nullable Provenance provenance;
}
