package org.sipsleuth.capture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.capture.UnreadFrames;

/// The account of every frame of a capture that gave no message: how many, why, and which were the
/// first. Where the capture lies in several files, each has its own part.
///
/// A frame that holds several packets counts once, for what was told of it first; not at all if one
/// of them gives a message.
public final class FrameAccount {

    private final FrameNumbers numbers;
    private final List<FileAccount> files = new ArrayList<>();

    /// @param file the place of the first file among the files of the investigation
    public FrameAccount(int file) {
        numbers = new FrameNumbers(file);
        files.add(new FileAccount(file));
    }

    /// Frames whose fate is not known yet: how many, and the first of them; each that holds several
    /// packets.
    public static final class Pending {
        private final List<Integer> first = new ArrayList<>();
        private final List<Integer> parted = new ArrayList<>(0);

        /// How many more there are, by how many files of the capture lie before theirs.
        private Map<Integer, Long> more = Map.of();

        private void addMore(int before) {
            if (more.isEmpty()) { // as most are
                more = new TreeMap<>();
            }
            more.merge(before, 1L, Long::sum);
        }

        private void clear() {
            first.clear();
            parted.clear();
            more = Map.of();
        }
    }

    /// How the frames are numbered.
    public FrameNumbers numbers() {
        return numbers;
    }

    /// The frames that come now lie in another file.
    public void goOn(int file) {
        numbers.goOn(file);
        files.add(new FileAccount(file));
    }

    private FileAccount of(int frame) {
        return files.get(numbers.filesBefore(frame));
    }

    /// Says that a frame holds several packets, before it is known what becomes of them.
    public void hasParts(int frame) {
        of(frame).hasParts(numbers.inFile(frame));
    }

    /// Says that a frame gave a message.
    public void gave(int frame) {
        of(frame).gave(numbers.inFile(frame));
    }

    /// Leaves it to later what becomes of a frame.
    public void leave(Pending pending, int frame) {
        if (of(frame).isParted(numbers.inFile(frame))) {
            pending.parted.add(frame);
        } else if (pending.first.size() < FileAccount.MOST_EXAMPLES) {
            pending.first.add(frame);
        } else {
            pending.addMore(numbers.filesBefore(frame));
        }
    }

    /// Counts frames whose fate is known now, and forgets them.
    public void count(UnreadReason reason, Pending pending) {
        count(reason, 0, pending);
    }

    /// The same, with the number that the reason speaks of.
    public void count(UnreadReason reason, int detail, Pending pending) {
        for (int frame : pending.first) {
            count(reason, detail, frame);
        }
        pending.more.forEach(
                (before, frames) -> files.get(before).countMore(reason, detail, frames));
        for (int frame : pending.parted) {
            count(reason, detail, frame);
        }
        pending.clear();
    }

    /// Counts a frame.
    ///
    /// @param detail the number that the reason speaks of, or 0
    public void count(UnreadReason reason, int detail, int frame) {
        of(frame).count(reason, detail, numbers.inFile(frame));
    }

    /// The account of all files, each by itself: most frames first, then by reason.
    ///
    /// @param before how many files of the capture lie before the one that is meant
    public List<UnreadFrames> unread(int before) {
        return files.get(before).unread();
    }
}
