package org.sipsleuth.capture.websocket;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.capture.stream.ByteQueue;

/// Whether bytes begin a WebSocket frame, where no handshake was captured: a frame that contains,
/// after a few pings perhaps, a SIP start line.
public enum FirstFrame {
    /// Too few bytes to decide.
    TOO_FEW,
    /// They begin a frame.
    FRAME,
    /// They do not.
    NONE;

    private static final int MOST_CONTROL_FRAMES = 4;
    private static final int LONGEST_METHOD = 32;

    private static final byte[] STATUS_LINE = ascii("SIP/2.0 ");
    private static final byte[] REQUEST_URI = ascii(" sip");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// What the bytes begin.
    public static FirstFrame of(ByteQueue bytes) {
        int at = 0;
        for (int frames = 0; frames <= MOST_CONTROL_FRAMES; frames++) {
            FrameHeader header = FrameHeader.read(bytes, at);
            if (header == null) {
                return bytes.size() - at < FrameHeader.LARGEST_BYTES ? TOO_FEW : NONE;
            }
            if (!header.isAllowed() || header.isCompressed() || header.opcode() == 0) {
                return NONE;
            }
            at += header.headerBytes();
            if (!header.isControl()) {
                return startLine(bytes, at, header);
            }
            at += (int) header.payloadBytes();
            if (at >= bytes.size()) {
                return TOO_FEW;
            }
        }
        return NONE;
    }

    private static FirstFrame startLine(ByteQueue bytes, int at, FrameHeader header) {
        int known = (int) Math.min(header.payloadBytes(), bytes.size() - at);
        int length = Math.min(known, LONGEST_METHOD + REQUEST_URI.length);
        byte[] line = bytes.copy(at, at + length);
        header.unmask(line, 0, length);
        int method = 0;
        while (method < length && line[method] >= 'A' && line[method] <= 'Z') {
            method++;
        }
        boolean status = method == 3 && matches(line, 0, STATUS_LINE);
        boolean request = method > 1 && method < LONGEST_METHOD;
        if (!status && !(request && matches(line, method, REQUEST_URI)) && length > 0) {
            return NONE;
        }
        int needed = status ? STATUS_LINE.length : method + REQUEST_URI.length;
        return length >= needed ? FRAME : tooShort(known, header);
    }

    private static FirstFrame tooShort(int known, FrameHeader header) {
        return known < header.payloadBytes() ? TOO_FEW : NONE;
    }

    /// Whether the line goes on like this, as far as it is known.
    private static boolean matches(byte[] line, int from, byte[] wanted) {
        for (int i = 0; i < wanted.length && from + i < line.length; i++) {
            if (line[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
