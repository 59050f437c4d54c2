package org.sipsleuth.capture.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sipsleuth.capture.stream.ByteQueue;
import org.sipsleuth.capture.websocket.FirstFrame;

/// Detects the protocol of a stream by its first bytes.
enum FirstBytes {
    /// Too few bytes to decide.
    TOO_FEW,
    TLS,
    HTTP,
    /// A WebSocket whose handshake was not captured.
    WEBSOCKET,
    /// Text: SIP, perhaps.
    TEXT,
    /// None of these; perhaps the middle of a WebSocket frame.
    UNKNOWN;

    /// The largest TLS record that can be: RFC 5246 §6.2.3.
    private static final int LARGEST_TLS_RECORD = (1 << 14) + 2048;

    private static final int TLS_HEADER_BYTES = 5;
    private static final int LOOK_BYTES = 16;

    /// Methods that SIP does not have, and what responses begin with.
    private static final List<byte[]> HTTP_STARTS =
            List.of(ascii("GET "), ascii("HTTP/1."), ascii("HEAD "), ascii("POST "), ascii("PUT "));

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// What the bytes begin.
    static FirstBytes of(ByteQueue bytes) {
        if (bytes.size() == 0) {
            return TOO_FEW;
        }
        int first = bytes.u8(0);
        if (first >= 0x14 && first <= 0x17) {
            return tls(bytes);
        }
        if (first == 'G' || first == 'H' || first == 'P') {
            for (byte[] start : HTTP_STARTS) {
                FirstBytes http = http(bytes, start);
                if (http != UNKNOWN) {
                    return http;
                }
            }
        }
        if (isText(bytes)) {
            return TEXT;
        }
        return switch (FirstFrame.of(bytes)) {
            case FRAME -> WEBSOCKET;
            case TOO_FEW -> TOO_FEW;
            case NONE -> UNKNOWN;
        };
    }

    private static FirstBytes tls(ByteQueue bytes) {
        if (bytes.size() < TLS_HEADER_BYTES) {
            return TOO_FEW;
        }
        boolean plausible =
                bytes.u8(1) == 3
                        && bytes.u8(2) <= 4
                        && bytes.u16(3) > 0
                        && bytes.u16(3) <= LARGEST_TLS_RECORD;
        return plausible ? TLS : UNKNOWN;
    }

    private static FirstBytes http(ByteQueue bytes, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i == bytes.size()) {
                return TOO_FEW;
            }
            if (bytes.u8(i) != wanted[i]) {
                return UNKNOWN;
            }
        }
        return HTTP;
    }

    private static boolean isText(ByteQueue bytes) {
        for (int i = 0; i < Math.min(LOOK_BYTES, bytes.size()); i++) {
            int octet = bytes.u8(i);
            boolean text =
                    (octet >= ' ' && octet < 0x7f)
                            || octet == '\r'
                            || octet == '\n'
                            || octet == '\t';
            if (!text) {
                return false;
            }
        }
        return true;
    }
}
