package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipMessage;

/// All SIP messages and dialogs of some capture files, as one immutable whole.
///
/// Messages have numbers from 0 in the order of their time over all files, dialogs from 0 in the
/// order of their first message. An index holds numbers and interned names; the files stay mapped,
/// and the text of a message is read from them when it is asked for.
public final class SipIndex {

    /// Reads capture files.
    ///
    /// @param files at least one
    /// @param monitor is told the bytes read
    /// @throws org.sipsleuth.capture.CaptureFormatException if one of them is no capture
    /// @throws IOException if one of them cannot be opened
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static SipIndex read(List<Path> files, RunMonitor monitor) throws IOException {
        return read(files, monitor, partial -> {});
    }

    /// The same, and shows what is known so far: `partial` gets an index of all that has been read
    /// several times a second, on the reading thread. Each is immutable and stays valid.
    public static SipIndex read(List<Path> files, RunMonitor monitor, Consumer<SipIndex> partial)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    /// One summary for each file, in the order they were given.
    public List<CaptureSummary> files() {
        throw new UnsupportedOperationException();
    }

    /// The message table.
    public MessageTable messages() {
        throw new UnsupportedOperationException();
    }

    /// The dialog table.
    public DialogTable dialogs() {
        throw new UnsupportedOperationException();
    }

    /// The numbers of a dialog's messages in order. Cost: the dialog's messages.
    public int[] messagesOf(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// A message's bytes, read from its file.
    public byte[] bytes(int message) {
        throw new UnsupportedOperationException();
    }

    /// Parses a message's bytes into `layout` and gives the buffer that the layout speaks of.
    public byte[] layout(int message, SipLayout layout) {
        throw new UnsupportedOperationException();
    }

    /// A message read whole.
    public SipMessage message(int message) {
        return SipMessage.of(bytes(message));
    }
}
