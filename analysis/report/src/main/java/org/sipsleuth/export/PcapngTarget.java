package org.sipsleuth.export;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.wire.PcapngOutput;

/// Copies frames into a pcapng file, each on an interface with the options of its original one.
final class PcapngTarget implements FrameTarget {

    private record Origin(int file, int place) {}

    private final PcapngOutput out;
    private final Map<Origin, Integer> interfaces = new HashMap<>();

    PcapngTarget(PcapngOutput out) {
        this.out = out;
    }

    @Override
    public void copy(int file, MemorySegment bytes, Frame frame, FrameReader reader) {
        int place = frame.interfacePlace();
        int itsInterface =
                interfaces.computeIfAbsent(
                        new Origin(file, place),
                        _ -> out.addInterface(reader.interfaces().get(place)));
        out.append(
                itsInterface,
                frame.clockUnits(),
                bytes.asSlice(frame.offset(), frame.capturedBytes()).asByteBuffer(),
                frame.wireBytes(),
                reader.frameOptions());
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
