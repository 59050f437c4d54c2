package org.sipsleuth.capture.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.InterfaceFacts;

/// A pcapng file of one section (draft-ietf-opsawg-pcapng) that is written as a stream.
public final class PcapngOutput implements Closeable {

    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int SECRETS = 10;
    private static final int TLS_KEY_LOG = 0x544c534b;
    private static final int BLOCK_FRAME_BYTES = 12;
    private static final int OPTION_HEADER_BYTES = 4;
    private static final int LONGEST_OPTION_BYTES = 65_535;

    /// What fits into the buffer beside the largest frame.
    private static final int MOST_OPTION_BYTES = 1 << 19;

    private final HashedOutput out;
    private int interfaces;

    /// Begins a file.
    ///
    /// @param options what its section header says
    public PcapngOutput(WritableByteChannel file, List<CaptureOption> options) {
        out = new HashedOutput(file);
        List<CaptureOption> fitting = fitting(options);
        ByteBuffer block = begin(SECTION_HEADER, 16 + length(fitting));
        block.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        put(block, fitting);
        end(block, 16 + length(fitting));
    }

    /// Describes an interface.
    ///
    /// @return the number that frames name it by
    public int addInterface(InterfaceFacts facts) {
        List<CaptureOption> fitting = fitting(facts.options());
        int length = 8 + length(fitting);
        ByteBuffer block = begin(INTERFACE_DESCRIPTION, length);
        block.putShort((short) facts.linkType()).putShort((short) 0).putInt((int) facts.snapBytes());
        put(block, fitting);
        end(block, length);
        return interfaces++;
    }

    /// Adds the secrets of TLS connections, as lines of a key log; before their frames.
    ///
    /// @param keyLog half a MiB at most
    public void secrets(byte[] keyLog) {
        int length = 8 + padded(keyLog.length);
        ByteBuffer block = begin(SECRETS, length);
        block.putInt(TLS_KEY_LOG).putInt(keyLog.length).put(keyLog);
        pad(block, keyLog.length);
        end(block, length);
    }

    /// Adds a frame.
    ///
    /// @param units its time, as the interface's clock counts
    /// @param wireBytes how long it was before it was cut
    /// @param options what is said of it; the first half a MiB
    /// @throws UncheckedIOException if the file cannot be written
    public void append(int interfaceId, long units, ByteBuffer frame, long wireBytes, List<CaptureOption> options) {
        int captured = frame.remaining();
        List<CaptureOption> fitting = fitting(options);
        int length = 20 + padded(captured) + length(fitting);
        ByteBuffer block = begin(ENHANCED_PACKET, length);
        block.putInt(interfaceId).putInt((int) (units >>> Integer.SIZE)).putInt((int) units);
        block.putInt(captured).putInt((int) wireBytes).put(frame);
        pad(block, captured);
        put(block, fitting);
        end(block, length);
    }

    private ByteBuffer begin(int type, int bodyBytes) {
        return out.room(BLOCK_FRAME_BYTES + bodyBytes).putInt(type).putInt(BLOCK_FRAME_BYTES + bodyBytes);
    }

    private static void end(ByteBuffer block, int bodyBytes) {
        block.putInt(BLOCK_FRAME_BYTES + bodyBytes);
    }

    private static List<CaptureOption> fitting(List<CaptureOption> options) {
        int bytes = 0;
        for (int i = 0; i < options.size(); i++) {
            bytes += OPTION_HEADER_BYTES + padded(options.get(i).length());
            if (bytes > MOST_OPTION_BYTES || options.get(i).length() > LONGEST_OPTION_BYTES) {
                return options.subList(0, i);
            }
        }
        return options;
    }

    /// With the option that ends the list, if there is one.
    private static int length(List<CaptureOption> options) {
        int bytes = options.isEmpty() ? 0 : OPTION_HEADER_BYTES;
        for (CaptureOption option : options) {
            bytes += OPTION_HEADER_BYTES + padded(option.length());
        }
        return bytes;
    }

    private static void put(ByteBuffer block, List<CaptureOption> options) {
        for (CaptureOption option : options) {
            block.putShort((short) option.code()).putShort((short) option.length());
            block.put(option.value());
            pad(block, option.length());
        }
        if (!options.isEmpty()) {
            block.putInt(0);
        }
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private static void pad(ByteBuffer block, int length) {
        for (int i = length; i < padded(length); i++) {
            block.put((byte) 0);
        }
    }

    /// Writes all that was added. Nothing can be added any more.
    ///
    /// @return the SHA-256 of the file, in lower-case hexadecimal
    /// @throws UncheckedIOException if the file cannot be written
    public String finish() {
        return out.finish();
    }

    /// How long the file is.
    public long bytes() {
        return out.bytes();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
