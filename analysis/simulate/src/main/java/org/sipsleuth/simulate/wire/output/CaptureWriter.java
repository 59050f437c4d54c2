package org.sipsleuth.simulate.wire.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.truth.Telling;
import org.sipsleuth.truth.write.TruthWriter;

/// Writes frames into the capture file, those of a real capture among ours, and tells the truth of
/// each message with the number of its frame.
public final class CaptureWriter {

    private final PcapOutput file;
    private final @Nullable Baseline baseline;
    private final TruthWriter truth;
    private long frames;

    /// @param baseline a real capture whose frames are kept, or null
    public CaptureWriter(PcapOutput file, @Nullable Baseline baseline, TruthWriter truth) {
        this.file = file;
        this.baseline = baseline;
        this.truth = truth;
    }

    void write(long atNanos, byte[] bytes, int from, int length, List<Telling> tells) {
        if (baseline != null) {
            frames += baseline.copy(file, atNanos);
        }
        file.append(atNanos, bytes, from, length, length);
        frames++;
        for (int i = 0; i < tells.size(); i++) {
            truth.message(frames, atNanos, tells.get(i));
        }
    }

    /// Writes what is left of the real capture.
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
