package org.sipsleuth.capture.account;

import java.util.Arrays;

/// The numbers of the frames of one capture, from 1. Where the capture lies in several files, one
/// after the other, they go on from file to file.
public final class FrameNumbers {

    private int[] files;

    /// How many frames lie in the files before each.
    private int[] before = {0};

    private int last;
    private int newest;

    /// @param file the place of the first file among the files of the investigation
    public FrameNumbers(int file) {
        files = new int[]{file};
    }

    /// The frames that are numbered from now on lie in another file.
    public void goOn(int file) {
        last++;
        if (last == files.length) {
            files = Arrays.copyOf(files, 2 * last);
            before = Arrays.copyOf(before, 2 * last);
        }
        files[last] = file;
        before[last] = newest;
    }

    /// The number of a frame of the newest file.
    ///
    /// @param frame its number in that file
    public int of(int frame) {
        newest = before[last] + frame;
        return newest;
    }

    /// The highest number so far.
    public int newest() {
        return newest;
    }

    /// How many files of the capture lie before the one with this frame.
    int filesBefore(int number) {
        int at = last;
        while (number <= before[at] && at > 0) { // few frames are asked for that are not new
            at--;
        }
        return at;
    }

    /// The place of the frame's file among the files of the investigation.
    public int file(int number) {
        return files[filesBefore(number)];
    }

    /// The number of the frame in its file.
    public int inFile(int number) {
        return number - before[filesBefore(number)];
    }
}
