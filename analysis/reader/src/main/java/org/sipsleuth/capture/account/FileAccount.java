package org.sipsleuth.capture.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.UnreadFrames.Loss;
import org.sipsleuth.capture.fault.FaultTally;

/// The part of an account that speaks of one file. Frames go by their numbers in it.
final class FileAccount {

    static final int MOST_EXAMPLES = 10;

    /// So that a file of invented protocol numbers stays small in memory.
    private static final int MOST_REASONS = 10_000;

    private static final class Count {
        final String reason;
        final Loss loss;
        final int number;
        final List<FrameNumber> examples = new ArrayList<>();
        long frames;

        Count(String reason, Loss loss, int number) {
            this.reason = reason;
            this.loss = loss;
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
    private long gaps;
    private long lostBytes;
    private final List<FrameNumber> nextToGaps = new ArrayList<>(0);
    private final FaultTally faults = new FaultTally();

    /// @param file the file's place among the files of the investigation
    FileAccount(int file) {
        this.file = file;
    }

    boolean isOf(FrameNumber frame) {
        return file == frame.file();
    }

    void hasParts(int frame) {
        parted.add(frame);
    }

    boolean isParted(int frame) {
        return parted.find(frame) >= 0;
    }

    /// Whether it is not known yet what becomes of a frame with parts.
    boolean isOpen(int frame) {
        int place = parted.find(frame);
        return place >= 0 && parted.fate(place) == PartedFrames.OPEN;
    }

    void gave(int frame) {
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

    void count(UnreadReason reason, int detail, int frame) {
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

    /// Counts frames of which no example is wanted.
    void countMore(UnreadReason reason, int detail, long frames) {
        of(reason, detail).frames += frames;
    }

    void lost(int frame, long places, long bytes) {
        gaps += places;
        lostBytes += bytes;
        if (nextToGaps.size() < MOST_EXAMPLES) {
            nextToGaps.add(new FrameNumber(file, frame));
        }
    }

    FaultTally faults() {
        return faults;
    }

    StreamGaps gaps() {
        return new StreamGaps(gaps, lostBytes, sorted(nextToGaps));
    }

    private Count of(UnreadReason reason, int detail) {
        Count count = last;
        if (count == null || lastReason != reason || lastDetail != detail) { // RTP comes in runs
            String text = reason.text(detail);
            boolean room = counts.size() < MOST_REASONS || counts.containsKey(text);
            Loss loss = room ? reason.loss(detail) : Loss.POSSIBLE;
            count = counts.computeIfAbsent(room ? text : "other reasons", words -> added(words, loss));
            last = count;
            lastReason = reason;
            lastDetail = detail;
        }
        return count;
    }

    private Count added(String reason, Loss loss) {
        Count count = new Count(reason, loss, byNumber.size());
        byNumber.add(count);
        return count;
    }

    /// Most frames first, then by reason.
    List<UnreadFrames> unread() {
        return counts.values()
                .stream()
                .filter(c -> c.frames > 0)
                .map(c -> new UnreadFrames(c.reason, c.loss, c.frames, sorted(c.examples)))
                .sorted(FileAccount::compare)
                .toList();
    }

    private static int compare(UnreadFrames a, UnreadFrames b) {
        int byFrames = Long.compare(b.frames(), a.frames());
        return byFrames != 0 ? byFrames : a.reason().compareTo(b.reason());
    }

    private static List<FrameNumber> sorted(List<FrameNumber> examples) {
        return examples.stream().sorted((a, b) -> Integer.compare(a.frame(), b.frame())).toList();
    }
}
