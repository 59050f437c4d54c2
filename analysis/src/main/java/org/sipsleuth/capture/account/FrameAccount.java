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
public final class FrameAccount {

    private static final int MOST_EXAMPLES = 10;

    /// So that a file of invented protocol numbers stays small in memory.
    private static final int MOST_REASONS = 10_000;

    private static final class Count {
        final String reason;
        final List<FrameNumber> examples = new ArrayList<>();
        long frames;

        Count(String reason) {
            this.reason = reason;
        }
    }

    private final int file;
    private final Map<String, Count> counts = new HashMap<>();
    private @Nullable Count last;
    private @Nullable UnreadReason lastReason;
    private int lastDetail;

    /// @param file the file's place among the files of the investigation
    public FrameAccount(int file) {
        this.file = file;
    }

    /// Frames whose fate is not known yet: how many, and the first of them.
    public static final class Pending {
        private final List<Integer> first = new ArrayList<>();
        private long frames;

        /// Adds a frame.
        public void add(int frame) {
            frames++;
            if (first.size() < MOST_EXAMPLES) {
                first.add(frame);
            }
        }

        /// Forgets them all.
        public void clear() {
            frames = 0;
            first.clear();
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
        Count count = last;
        if (pending.frames > pending.first.size() && count != null) {
            count.frames += pending.frames - pending.first.size();
        }
        pending.clear();
    }

    /// Counts a frame.
    ///
    /// @param detail the number that the reason speaks of, or 0
    public void count(UnreadReason reason, int detail, int frame) {
        Count count = last;
        if (count == null || lastReason != reason || lastDetail != detail) { // RTP comes in runs
            String text = reason.text(detail);
            boolean room = counts.size() < MOST_REASONS || counts.containsKey(text);
            count = counts.computeIfAbsent(room ? text : "other reasons", Count::new);
            last = count;
            lastReason = reason;
            lastDetail = detail;
        }
        count.frames++;
        if (count.examples.size() < MOST_EXAMPLES) {
            count.examples.add(new FrameNumber(file, frame));
        }
    }

    /// The account, most frames first, then by reason.
    public List<UnreadFrames> unread() {
        return counts.values().stream()
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
