package org.sipsleuth.capture.account;

import java.util.Arrays;

/// Frames with several reports, and the result of each: the packets in one may have
/// different results, another file may contain it too, and yet it counts once. Kept in the order of
/// their numbers.
final class PartedFrames {

    /// Nothing is known yet.
    static final int OPEN = -1;

    /// It gave a message.
    static final int GAVE = -2;

    private int[] frames = {};
    private short[] fates = {};
    private int size;

    /// Adds a frame, unless it is there. Few come after one with a higher number.
    void add(int frame) {
        int place = find(frame);
        if (place >= 0) {
            return;
        }
        if (size == frames.length) {
            frames = Arrays.copyOf(frames, Math.max(16, size + (size >> 1)));
            fates = Arrays.copyOf(fates, frames.length);
        }
        int at = -place - 1;
        System.arraycopy(frames, at, frames, at + 1, size - at);
        System.arraycopy(fates, at, fates, at + 1, size - at);
        frames[at] = frame;
        fates[at] = OPEN;
        size++;
    }

    /// The place of a frame; if absent, -1 minus its insertion point.
    int find(int frame) {
        if (size == 0 || frames[size - 1] < frame) {
            return -size - 1;
        }
        return frames[size - 1] == frame ? size - 1 : Arrays.binarySearch(frames, 0, size, frame);
    }

    /// The result of the frame at an index: open, with message, or the number of its reason.
    int fate(int place) {
        return fates[place];
    }

    void fate(int place, int fate) {
        fates[place] = (short) fate;
    }
}
