package org.sipsleuth.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.LinkTypes;

/// Frames that lie in memory as those of a mapped capture do, to be read again and again.
final class FramesInMemory {

    private static final ValueLayout.OfInt INT_BIG =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int NANOS_BETWEEN_FRAMES = 1_000;

    private final FrameShape shape;
    private final MemorySegment bytes;
    private final long[] offsets;
    private final Frame frame = new Frame();
    private int read;

    /// @param messages each is packed twice, or into two frames
    FramesInMemory(FrameShape shape, List<byte[]> messages) {
        this.shape = shape;
        this.offsets = new long[2 * messages.size() + 1];
        byte[][] frames = new byte[2 * messages.size()][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = shape.frame(i, messages.get(i / 2));
            offsets[i + 1] = offsets[i] + frames[i].length;
        }
        this.bytes = Arena.ofAuto().allocate(offsets[frames.length]);
        for (int i = 0; i < frames.length; i++) {
            MemorySegment.copy(
                    frames[i], 0, bytes, ValueLayout.JAVA_BYTE, offsets[i], frames[i].length);
        }
    }

    MemorySegment bytes() {
        return bytes;
    }

    /// How many there are.
    int size() {
        return offsets.length - 1;
    }

    /// A frame, newer than those before; the same object each time. One of TCP goes on where its
    /// connection stood.
    Frame get(int i) {
        if (shape == FrameShape.TCP) {
            goOn(i);
        }
        read = read == Integer.MAX_VALUE ? 1 : read + 1;
        frame.begin(read, (long) read * NANOS_BETWEEN_FRAMES, LinkTypes.ETHERNET);
        frame.lieAt(offsets[i], (int) (offsets[i + 1] - offsets[i]));
        return frame;
    }

    private void goOn(int i) {
        int partner = i ^ 1;
        long dataBytes = offsets[partner + 1] - offsets[partner] - FrameShape.TCP_DATA_AT;
        int stood =
                bytes.get(INT_BIG, offsets[partner] + FrameShape.TCP_SEQUENCE_AT) + (int) dataBytes;
        bytes.set(INT_BIG, offsets[i] + FrameShape.TCP_SEQUENCE_AT, stood);
    }
}
