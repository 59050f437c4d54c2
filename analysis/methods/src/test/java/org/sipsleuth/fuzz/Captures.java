package org.sipsleuth.fuzz;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapngWriter;

/// Writes the frames of many inputs into one capture file, and checks what is read from it.
final class Captures {

    private static final int ETHERNET = 1;
    private static final int SECRETS_BLOCK = 10;
    private static final int TLS_KEY_LOG = 0x544c534b;
    private static final long MICROS_PER_FRAME = 20_000;

    private final PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN);
    private final List<Integer> linkTypes = new ArrayList<>();
    private long micros = 1_700_000_000_000_000L;

    private Captures() {}

    /// Lays inputs into a capture.
    interface Laying {
        void lay(byte[] input, int number, Captures capture);
    }

    /// A check that lays inputs into a capture and reads it.
    static FuzzTarget.Check laidOut(Path folder, Laying laying) {
        return inputs -> {
            Captures capture = new Captures();
            for (int i = 0; i < inputs.size(); i++) {
                laying.lay(inputs.get(i), i, capture);
            }
            return CaptureCheck.run(List.of(capture.writer.bytes()), folder);
        };
    }

    /// Adds a frame.
    void frame(int linkType, byte[] frame) {
        int place = linkTypes.indexOf(linkType);
        if (place < 0) {
            place = linkTypes.size();
            linkTypes.add(linkType);
            writer.capturesOn(linkType);
        }
        micros += MICROS_PER_FRAME;
        writer.packet(place, micros, frame);
    }

    /// Adds secrets of TLS sessions.
    void secrets(String keyLog) {
        byte[] text = keyLog.getBytes(StandardCharsets.US_ASCII);
        int size = 8 + (text.length + 3 & ~3);
        writer.block(SECRETS_BLOCK, writer.buffer(size).putInt(TLS_KEY_LOG).putInt(text.length).put(text));
    }

    /// Adds an IPv4 packet in Ethernet.
    void ipv4(byte[] packet) {
        frame(ETHERNET, Packets.ethernet(0x0800, packet));
    }
}
