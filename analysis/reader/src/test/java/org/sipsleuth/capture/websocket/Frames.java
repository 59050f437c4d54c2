package org.sipsleuth.capture.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Writes WebSocket frames, for tests.
public final class Frames {

    private static final byte[] MASK = {0x12, (byte) 0xa5, 0x7f, (byte) 0xc3};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean masked;
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);

    /// @param masked as a client does
    public Frames(boolean masked) {
        this.masked = masked;
    }

    /// The request that opens a connection.
    public static byte[] request() {
        return ascii("GET /ws HTTP/1.1\r\nHost: example.org\r\nUpgrade: WebSocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n\r\n");
    }

    /// The response to it.
    ///
    /// @param extension a header field, or nothing
    public static byte[] response(String extension) {
        return ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n" + extension + "\r\n");
    }

    /// Text as bytes.
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A message in one frame.
    public Frames message(String text) {
        return frame(0x81, ascii(text));
    }

    /// A message in frames of so many bytes, with a ping behind each.
    public Frames fragments(String text, int size) {
        byte[] all = ascii(text);
        for (int at = 0; at < all.length; at += size) {
            int to = Math.min(all.length, at + size);
            int first = (at == 0 ? 1 : 0) | (to == all.length ? 0x80 : 0);
            frame(first, Arrays.copyOfRange(all, at, to));
            if (to < all.length) {
                frame(0x89, ascii("ping"));
            }
        }
        return this;
    }

    /// A compressed message that refers to those before it.
    public Frames compressed(String text) {
        deflater.setInput(ascii(text));
        byte[] packed = new byte[2 * text.length() + 64];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        return frame(0xc1, Arrays.copyOf(packed, length - 4));
    }

    /// A frame.
    public Frames frame(int first, byte[] payload) {
        header(first, payload.length);
        byte[] body = payload.clone();
        for (int i = 0; masked && i < body.length; i++) {
            body[i] ^= MASK[i % 4];
        }
        bytes.writeBytes(body);
        return this;
    }

    /// A frame's header, which may claim any length.
    public Frames header(int first, long length) {
        ByteBuffer header = ByteBuffer.allocate(14).put((byte) first);
        int mask = masked ? 0x80 : 0;
        if (length >= 0 && length < 126) {
            header.put((byte) (mask | length));
        } else if (length < 1 << 16 && length > 0) {
            header.put((byte) (mask | 126)).putShort((short) length);
        } else {
            header.put((byte) (mask | 127)).putLong(length);
        }
        if (masked) {
            header.put(MASK);
        }
        bytes.write(header.array(), 0, header.position());
        return this;
    }

    /// All frames.
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
