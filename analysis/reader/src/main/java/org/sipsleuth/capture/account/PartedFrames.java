package org.sipsleuth.capture.account;

import java.util.Arrays;

/// Frames of which several things are told, and what became of each: the packets in one may meet
/// different fates, another file may hold it too, and yet it counts once. Kept in the order of
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

    /// The place of a frame; if it is none of these, -1 less the place where it would be.
    int find(int frame) {
        if (size == 0 || frames[size - 1] < frame) {
            return -size - 1;
        }
        return frames[size - 1] == frame ? size - 1 : Arrays.binarySearch(frames, 0, size, frame);
    }

    /// What became of the frame at a place: open, gave, or the number of the reason it counts for.
    int fate(int place) {
        return fates[place];
    }

    void fate(int place, int fate) {
        fates[place] = (short) fate;
    }
}
