package org.sipsleuth.capture.layer;

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

    /// Counts a frame that was not decoded to a payload, by the reason the packet has.
    public void countUndecoded(Packet packet, int frame) {
        UnreadReason reason = packet.unreadReason();
        if (reason == null) {
            throw new IllegalArgumentException("the packet was read");
        }
        count(reason, packet.unreadDetail(), frame);
    }

    /// Counts a frame whose payload is no SIP message, by what the payload looks like.
    public void countForeign(Packet packet, int frame) {
        count(PayloadGuess.of(packet), 0, frame);
    }

    /// Frames whose fate is not known yet: how many, and the first of them.
    static final class Pending {
        private final List<Integer> first = new ArrayList<>();
        private long frames;

        void add(int frame) {
            frames++;
            if (first.size() < MOST_EXAMPLES) {
                first.add(frame);
            }
        }

        void clear() {
            frames = 0;
            first.clear();
        }
    }

    /// Counts frames whose fate is known now.
    void count(UnreadReason reason, Pending pending) {
        for (int frame : pending.first) {
            count(reason, 0, frame);
        }
        Count count = last;
        if (pending.frames > pending.first.size() && count != null) {
            count.frames += pending.frames - pending.first.size();
        }
    }

    private void count(UnreadReason reason, int detail, int frame) {
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
