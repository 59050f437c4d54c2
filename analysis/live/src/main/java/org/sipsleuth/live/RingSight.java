package org.sipsleuth.live;

import java.util.List;

/// The content of a ring at one moment.
///
/// @param files its files, the oldest first; all but the last are complete; none if all were
///     emptied by another program
/// @param written how many bytes of the last could be read
/// @param lastIsComplete whether nothing more was to be written to the last
public record RingSight(List<RingFile> files, long written, boolean lastIsComplete) {

    public RingSight {
        files = List.copyOf(files);
    }

    static RingSight of(List<RingFile> files) {
        if (files.isEmpty()) {
            return new RingSight(files, 0, true);
        }
        RingFile last = files.getLast();
        boolean isComplete = last.isComplete(); // asked first: if it is, all of it is written
        return new RingSight(files, last.written(), isComplete);
    }

    private boolean isLast(RingFile file) {
        return !files.isEmpty() && file.equals(files.getLast());
    }

    /// How many bytes of one of its files could be read.
    public long written(RingFile file) {
        return isLast(file) ? written : file.written();
    }

    /// Whether nothing more was to be written to one of its files.
    public boolean isComplete(RingFile file) {
        return !isLast(file) || lastIsComplete;
    }
}
