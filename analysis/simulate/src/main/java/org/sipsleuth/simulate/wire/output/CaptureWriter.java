package org.sipsleuth.simulate.wire.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.truth.GroundTruthEntry;
import org.sipsleuth.truth.write.TruthWriter;

/// Writes frames into the capture file, merged with those of a base capture, and records the ground
/// truth of each message with its frame number.
public final class CaptureWriter {

    private final PcapOutput file;
    private final @Nullable Baseline baseline;
    private final TruthWriter truth;
    private long frames;

    /// @param baseline a base capture whose frames are kept, or null
    public CaptureWriter(PcapOutput file, @Nullable Baseline baseline, TruthWriter truth) {
        this.file = file;
        this.baseline = baseline;
        this.truth = truth;
    }

    void write(long atNanos, byte[] bytes, int from, int length, List<GroundTruthEntry> entries) {
        if (baseline != null) {
            frames += baseline.copy(file, atNanos);
        }
        file.append(atNanos, bytes, from, length, length);
        frames++;
        for (int i = 0; i < entries.size(); i++) {
            truth.message(frames, atNanos, entries.get(i));
        }
    }

    /// Writes the remaining frames of the base capture.
    public void finish() {
        if (baseline != null) {
            frames += baseline.copy(file, Long.MAX_VALUE);
        }
    }

    /// How many frames were written.
    public long frames() {
        return frames;
    }
}
