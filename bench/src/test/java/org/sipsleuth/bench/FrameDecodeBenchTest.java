package org.sipsleuth.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The frames that are measured give what they hold, each time.
final class FrameDecodeBenchTest {

    @ParameterizedTest
    @EnumSource
    void everyRoundGivesTheSameBytes(FrameShape shape) throws IOException {
        FrameDecodeBench bench = new FrameDecodeBench();
        bench.shape = shape;
        bench.invent();
        Counted.Frames frames = new Counted.Frames();
        long first = bench.decode(frames);
        assertEquals(first, bench.decode(frames));
        assertEquals(shape == FrameShape.RTP, first == 0);
        assertEquals(2 * 1_000, frames.frames);
    }
}
