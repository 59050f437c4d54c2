package org.sipsleuth.export;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.InterfaceFacts;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.log.LogRecord;
import org.sipsleuth.capture.wire.PcapngOutput;

/// Copies frames into a pcapng file, each on an interface with the options of its original one.
final class PcapngTarget implements FrameTarget {

    private record Origin(int file, int place) {}

    /// What an interface keeps in an export of a part of its capture: its name and description, and
    /// what its frames are read with. Its comments, addresses, capture filter, operating system and
    /// hardware speak of the whole capture and of the host that captured.
    private static final Set<Integer> OF_A_PART = Set.of(2, // if_name
            3, // if_description
            8, // if_speed
            InterfaceFacts.TIME_RESOLUTION, 10, // if_tzone
            13, // if_fcslen
            14); // if_tsoffset

    private final PcapngOutput out;
    private final boolean isPart;
    private final MadePackets packets = new MadePackets();
    private final Map<Origin, Integer> interfaces = new HashMap<>();

    /// @param isPart whether only some of the messages are exported
    PcapngTarget(PcapngOutput out, boolean isPart) {
        this.out = out;
        this.isPart = isPart;
    }

    @Override
    public void copy(int file, MemorySegment bytes, Frame frame, FrameReader reader) throws ExportException {
        if (MadePackets.isNeeded(frame)) {
            copyMade(file, bytes, frame, reader);
            return;
        }
        int place = frame.interfacePlace();
        int itsInterface = interfaces.computeIfAbsent(new Origin(file, place),
                _ -> out.addInterface(described(reader.interfaces().get(place))));
        out.append(itsInterface, frame.clockUnits(),
                bytes.asSlice(frame.offset(), frame.capturedBytes()).asByteBuffer(), frame.wireBytes(),
                reader.frameOptions());
    }

    private void copyMade(int file, MemorySegment bytes, Frame frame, FrameReader reader) throws ExportException {
        int itsInterface = interfaces.computeIfAbsent(new Origin(file, frame.interfacePlace()),
                _ -> out.addInterface(new InterfaceFacts(LinkTypes.RAW, FrameReader.LARGEST_FRAME_BYTES,
                        reader.interfaces().getFirst().options())));
        byte[] packet = packets.of(bytes, frame);
        long missing = frame.wireBytes() - frame.capturedBytes();
        out.append(itsInterface, MadePackets.nanos(frame), ByteBuffer.wrap(packet), packet.length + missing,
                MadePackets.options(LogRecord.logByte(bytes, frame.offset())));
    }

    private InterfaceFacts described(InterfaceFacts whole) {
        return isPart
                ? new InterfaceFacts(whole.linkType(), whole.snapBytes(),
                        whole.options().stream().filter(option -> OF_A_PART.contains(option.code())).toList())
                : whole;
    }

    @Override
    public String finish() {
        return out.finish();
    }

    @Override
    public long bytes() {
        return out.bytes();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
