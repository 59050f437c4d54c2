package org.sipsleuth.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.capture.FrameNumber;

/// Which frames of some files are chosen.
public final class ChosenFrames {

    private final List<BitSet> files = new ArrayList<>();

    ChosenFrames(int fileCount) {
        for (int i = 0; i < fileCount; i++) {
            files.add(new BitSet());
        }
    }

    void add(FrameNumber frame) {
        files.get(frame.file()).set(frame.frame());
    }

    void addAll(List<FrameNumber> frames) {
        frames.forEach(this::add);
    }

    boolean hasAny(List<FrameNumber> frames) {
        for (FrameNumber frame : frames) {
            if (has(frame.file(), frame.frame())) {
                return true;
            }
        }
        return false;
    }

    /// Whether a frame of a file is chosen.
    ///
    /// @param frame its number in the file, from 1
    public boolean has(int file, int frame) {
        return files.get(file).get(frame);
    }

    /// How many frames of a file are chosen.
    public int count(int file) {
        return files.get(file).cardinality();
    }

    /// How many frames are chosen.
    public long count() {
        return files.stream().mapToLong(BitSet::cardinality).sum();
    }

    /// The numbers of the chosen frames of a file: `1-3 7 12`.
    ///
    /// @param longest about how many characters; what comes behind is only counted
    String ranges(int file, int longest) {
        BitSet frames = files.get(file);
        StringBuilder text = new StringBuilder();
        for (int from = frames.nextSetBit(0); from >= 0;) {
            int to = frames.nextClearBit(from);
            if (text.length() > longest) {
                int left = frames.get(from, frames.length()).cardinality();
                return text.append(" and ").append(left).append(" more").toString();
            }
            text.append(text.isEmpty() ? "" : " ").append(from);
            if (to - 1 > from) {
                text.append('-').append(to - 1);
            }
            from = frames.nextSetBit(to);
        }
        return text.toString();
    }
}
