package org.sipsleuth.dialog.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;

/// The first of the frames that evidence cites, and how many there are.
///
/// @param first each once, in the order of the messages
/// @param count of all of them
public record CitedFrames(List<FrameNumber> first, int count) {

    /// No frame.
    public static final CitedFrames NONE = new CitedFrames(List.of(), 0);

    /// Takes a copy.
    public CitedFrames {
        first = List.copyOf(first);
    }

    /// Whether there are more frames than the first.
    public boolean isCut() {
        return count > first.size();
    }

    /// Collects frames. Memory: a bit for each frame of the files, and the first frames.
    static final class Collector {

        private final int most;
        private final List<BitSet> seen = new ArrayList<>();
        private final List<FrameNumber> first = new ArrayList<>();
        private int count;

        /// @param most how many frames are kept
        Collector(int most) {
            this.most = most;
        }

        /// Adds the frame that completes a message.
        void add(int message, SipIndex index) {
            int file = index.messages().file(message);
            int frame = index.messages().frame(message);
            while (seen.size() <= file) {
                seen.add(new BitSet());
            }
            if (seen.get(file).get(frame)) {
                return;
            }
            seen.get(file).set(frame);
            count++;
            if (first.size() < most) {
                first.add(new FrameNumber(file, frame));
            }
        }

        CitedFrames all() {
            return new CitedFrames(first, count);
        }
    }
}
