package org.sipsleuth.capture.websocket;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Unpacks the compressed messages of one side of a WebSocket (permessage-deflate, RFC 7692), each
/// with the help of those before it. A side that begins each message afresh is read as well: it
/// just never refers back.
final class Unpacking {

    private static final int STEP_BYTES = 4_096;

    /// What every compressed message ends with and leaves out (§7.2.2).
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    private final UnpackingWindows windows;
    private @Nullable Inflater inflater;

    Unpacking(UnpackingWindows windows) {
        this.windows = windows;
    }

    /// Unpacks a message.
    ///
    /// @param most how long it may become
    /// @return null if it cannot be unpacked, or becomes longer; the next one begins afresh then,
    ///     so that what refers to a lost one is never read wrongly
    byte @Nullable [] unpack(byte[] packed, int length, int most) {
        Inflater window = inflater;
        if (window == null) {
            if (!windows.take()) {
                return null;
            }
            window = new Inflater(true);
            inflater = window;
        }
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        boolean whole =
                inflate(window, packed, length, unpacked, most) && inflate(window, TAIL, TAIL.length, unpacked, most);
        if (!whole || window.finished()) {
            window.reset();
        }
        return whole ? unpacked.toByteArray() : null;
    }

    private static boolean inflate(Inflater window, byte[] packed, int length, ByteArrayOutputStream unpacked,
            int most) {
        if (window.finished()) {
            return true; // its last block said that it is the last
        }
        byte[] step = new byte[STEP_BYTES];
        window.setInput(packed, 0, length);
        try {
            int made = window.inflate(step);
            while (made > 0) {
                unpacked.write(step, 0, made);
                if (unpacked.size() > most) {
                    return false;
                }
                made = window.inflate(step);
            }
            return window.finished() || (window.needsInput() && !window.needsDictionary());
        } catch (DataFormatException broken) {
            return false;
        }
    }

    /// Forgets all messages so far.
    void forget() {
        if (inflater != null) {
            inflater.reset();
        }
    }

    /// Lets the window go.
    void end() {
        Inflater window = inflater;
        if (window != null) {
            window.end();
            inflater = null;
            windows.giveBack();
        }
    }
}
