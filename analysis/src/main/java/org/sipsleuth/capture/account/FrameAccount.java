package org.sipsleuth.capture.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.UnreadFrames;

/// The account of every frame that gave no message: how many, why, and which were the first.
///
/// A frame that holds several packets counts once, for what was told of it first; not at all if one
/// of them gives a message.
public final class FrameAccount {

    private static final int MOST_EXAMPLES = 10;

    /// So that a file of invented protocol numbers stays small in memory.
    private static final int MOST_REASONS = 10_000;

    private static final class Count {
        final String reason;
        final int number;
        final List<FrameNumber> examples = new ArrayList<>();
        long frames;

        Count(String reason, int number) {
            this.reason = reason;
            this.number = number;
        }
    }

    private final int file;
    private final Map<String, Count> counts = new HashMap<>();
    private final List<Count> byNumber = new ArrayList<>();
    private final PartedFrames parted = new PartedFrames();
    private @Nullable Count last;
    private @Nullable UnreadReason lastReason;
    private int lastDetail;

    /// @param file the file's place among the files of the investigation
    public FrameAccount(int file) {
        this.file = file;
    }

    /// Frames whose fate is not known yet: how many, and the first of them; each that holds several
    /// packets.
    public static final class Pending {
        private final List<Integer> first = new ArrayList<>();
        private final List<Integer> parted = new ArrayList<>(0);
        private long frames;

        private void add(int frame) {
            frames++;
            if (first.size() < MOST_EXAMPLES) {
                first.add(frame);
            }
        }

        private void clear() {
            frames = 0;
            first.clear();
            parted.clear();
        }
    }

    /// Says that a frame holds several packets, before it is known what becomes of them.
    public void hasParts(int frame) {
        parted.add(frame);
    }

    /// Says that another file gave this frame before, and that it shall count once: it counts for
    /// that, whatever else is told of it, unless it gives a message.
    public void repeats(int frame) {
        parted.add(frame);
        count(UnreadReason.REPEATED_FRAME, 0, frame);
    }

    /// Says that a frame gave a message.
    public void gave(int frame) {
        int place = parted.find(frame);
        if (place < 0) {
            return;
        }
        int fate = parted.fate(place);
        parted.fate(place, PartedFrames.GAVE);
        if (fate >= 0) { // another packet of it was counted
            Count count = byNumber.get(fate);
            count.frames--;
            count.examples.remove(new FrameNumber(file, frame));
        }
    }

    /// Leaves it to later what becomes of a frame.
    public void leave(Pending pending, int frame) {
        int place = parted.find(frame);
        if (place < 0) {
            pending.add(frame);
        } else if (parted.fate(place) == PartedFrames.OPEN) {
            pending.parted.add(frame);
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
        if (pending.frames > pending.first.size()) {
            of(reason, detail).frames += pending.frames - pending.first.size();
        }
        for (int frame : pending.parted) {
            count(reason, detail, frame);
        }
        pending.clear();
    }

    /// Counts a frame.
    ///
    /// @param detail the number that the reason speaks of, or 0
    public void count(UnreadReason reason, int detail, int frame) {
        Count count = of(reason, detail);
        int place = parted.find(frame);
        if (place >= 0) {
            if (parted.fate(place) != PartedFrames.OPEN) {
                return;
            }
            parted.fate(place, count.number);
        }
        count.frames++;
        if (count.examples.size() < MOST_EXAMPLES) {
            count.examples.add(new FrameNumber(file, frame));
        }
    }

    private Count of(UnreadReason reason, int detail) {
        Count count = last;
        if (count == null || lastReason != reason || lastDetail != detail) { // RTP comes in runs
            String text = reason.text(detail);
            boolean room = counts.size() < MOST_REASONS || counts.containsKey(text);
            count = counts.computeIfAbsent(room ? text : "other reasons", this::added);
            last = count;
            lastReason = reason;
            lastDetail = detail;
        }
        return count;
    }

    private Count added(String reason) {
        Count count = new Count(reason, byNumber.size());
        byNumber.add(count);
        return count;
    }

    /// The account, most frames first, then by reason.
    public List<UnreadFrames> unread() {
        return counts.values().stream()
                .filter(c -> c.frames > 0)
                .map(c -> new UnreadFrames(c.reason, c.frames, sorted(c.examples)))
                .sorted(
                        Comparator.comparingLong(UnreadFrames::frames)
                                .reversed()
                                .thenComparing(UnreadFrames::reason))
                .toList();
    }

    private static List<FrameNumber> sorted(List<FrameNumber> examples) {
        return examples.stream().sorted(Comparator.comparingInt(FrameNumber::frame)).toList();
    }
}
