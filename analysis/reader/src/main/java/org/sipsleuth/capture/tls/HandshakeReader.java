package org.sipsleuth.capture.tls;

import java.util.Arrays;

/// Puts the handshake messages of one side together: records hold several, or parts.
final class HandshakeReader {

    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;
    static final int END_OF_EARLY_DATA = 5;
    static final int FINISHED = 20;
    static final int KEY_UPDATE = 24;

    private static final int HEADER_BYTES = 4;
    private static final int LONGEST_HELLO_BYTES = 1 << 16;

    /// Takes messages.
    @FunctionalInterface
    interface Messages {

        /// Takes a message that is whole.
        ///
        /// @param type what it is
        /// @param body its content; only of hellos
        void take(int type, byte[] body);
    }

    private final Messages messages;
    private final byte[] header = new byte[HEADER_BYTES];
    private int headerBytes;
    private byte[] body = new byte[0];
    private int bodyBytes;
    private int length;

    HandshakeReader(Messages messages) {
        this.messages = messages;
    }

    /// Takes the content of a record.
    void take(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (headerBytes < HEADER_BYTES) {
                header[headerBytes++] = bytes[at++];
                if (headerBytes == HEADER_BYTES) {
                    begin();
                }
            } else {
                int part = Math.min(length - bodyBytes, to - at);
                keep(bytes, at, part);
                bodyBytes += part;
                at += part;
            }
            if (headerBytes == HEADER_BYTES && bodyBytes == length) {
                byte[] whole = body;
                forget();
                messages.take(header[0], whole);
            }
        }
    }

    private void begin() {
        bodyBytes = 0;
        length = (header[1] & 0xff) << 16 | (header[2] & 0xff) << 8 | (header[3] & 0xff);
    }

    private boolean isKept() {
        return (header[0] == CLIENT_HELLO || header[0] == SERVER_HELLO) && length <= LONGEST_HELLO_BYTES;
    }

    private void keep(byte[] bytes, int from, int count) {
        if (isKept()) {
            body = Arrays.copyOf(body, bodyBytes + count);
            System.arraycopy(bytes, from, body, bodyBytes, count);
        }
    }

    /// Forgets the message that is not complete.
    void forget() {
        headerBytes = 0;
        bodyBytes = 0;
        length = 0;
        body = new byte[0];
    }
}
