package org.sipsleuth.app.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.memory.MemoryAdvice.Reached;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.run.Counted;

/// The part of captures that fits into memory where all of them do not.
///
/// @param captures those that begin first and fit together; empty if the first one does not fit
/// @param capturesTime from the first frame of these to their last, if both are known
/// @param time from the first message to the last that fits, whatever capture it is in, and at least
///     that of the captures; nothing if no message was read
/// @param read what had been read of all captures
/// @param whole about what they hold
/// @param neededMebibytes about what all of them need
/// @param givenMebibytes what there is
public record FittingPart(List<Path> captures, Optional<Span> capturesTime, Optional<Span> time, Counted read,
        Counted whole, long neededMebibytes, long givenMebibytes) {

    private static final long MEBIBYTE = 1L << 20;

    /// A capture among those that are read together.
    ///
    /// @param read what it holds, if it was read to its end
    private record Member(CaptureSummary file, Optional<Counted> read) {}

    public FittingPart {
        captures = List.copyOf(captures);
    }

    /// Finds it.
    ///
    /// @param mostBytes what the program was given
    /// @param need of what the captures are read for
    /// @param reached how far the reading had come
    /// @param latest the last that was known of the captures, if anything was
    public static FittingPart of(long mostBytes, MemoryNeed need, Reached reached, Optional<SipIndex> latest) {
        List<Member> inTime = latest.map(FittingPart::inTime).orElse(List.of());
        int fitting = fitting(mostBytes, need, reached.whole(), inTime);
        List<Path> captures = inTime.subList(0, fitting).stream().map(member -> member.file().path()).toList();
        Optional<Span> capturesTime = time(inTime, fitting);
        Optional<Span> time = latest.flatMap(index -> time(index, need, mostBytes));
        return new FittingPart(captures, capturesTime, time.map(span -> capturesTime.map(span::join).orElse(span)),
                reached.counted(), reached.whole(), MemoryAdvice.neededMebibytes(mostBytes, need, reached),
                mostBytes / MEBIBYTE);
    }

    /// Whether a command of the command line can read all the captures with the same memory.
    ///
    /// @param command its name
    public boolean isEnoughFor(String command) {
        return MemoryAdvice.isEnough(givenMebibytes * MEBIBYTE,
                (long) Math.ceil(MemoryNeed.of(command).mebibytes(whole)));
    }

    /// The captures in the order of their first frames. One was read to its end if another one that
    /// begins after it was begun: for captures side by side in time this is not known.
    private static List<Member> inTime(SipIndex index) {
        List<CaptureSummary> files = index.files()
                .stream()
                .filter(file -> file.beginNanos() != 0)
                .sorted(Comparator.comparingLong(CaptureSummary::beginNanos))
                .toList();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            CaptureSummary file = files.get(i);
            boolean isRead = i + 1 < files.size() && files.get(i + 1).frames() > 0
                    && files.get(i + 1).beginNanos() >= file.lastNanos();
            members.add(new Member(file,
                    isRead ? Optional.of(new Counted(file.messages(), file.dialogs())) : Optional.empty()));
        }
        return members;
    }

    /// How many captures fit, never all: all of them did not.
    private static int fitting(long mostBytes, MemoryNeed need, Counted whole, List<Member> inTime) {
        long bytes = inTime.stream().mapToLong(member -> member.file().bytes()).sum();
        double messages = 0;
        double dialogs = 0;
        for (int i = 0; i < inTime.size(); i++) {
            Member member = inTime.get(i);
            double share = bytes == 0 ? 0 : (double) member.file().bytes() / bytes;
            messages += member.read().map(Counted::messages).map(Long::doubleValue).orElse(share * whole.messages());
            dialogs += member.read().map(Counted::dialogs).map(Long::doubleValue).orElse(share * whole.dialogs());
            double mebibytes = need.mebibytes(new Counted((long) messages, (long) dialogs));
            if (i == inTime.size() - 1 || !MemoryAdvice.isEnough(mostBytes, (long) Math.ceil(mebibytes))) {
                return i;
            }
        }
        return 0;
    }

    /// The time of the first captures. It ends with the last frame where they were read to their end,
    /// else where the next capture begins; nothing if that is no later.
    private static Optional<Span> time(List<Member> inTime, int fitting) {
        if (fitting == 0) {
            return Optional.empty();
        }
        List<Member> first = inTime.subList(0, fitting);
        boolean isRead = first.stream().allMatch(member -> member.read().isPresent());
        long from = first.getFirst().file().beginNanos();
        long to = isRead ? first.getLast().file().lastNanos() : inTime.get(fitting).file().beginNanos();
        return Optional.of(new Span(from, to)).filter(span -> span.toNanos() > span.fromNanos());
    }

    private static Optional<Span> time(SipIndex index, MemoryNeed need, long mostBytes) {
        MessageTable messages = index.messages();
        double share =
                need.share(new Counted(messages.size(), index.dialogs().size()), MemoryAdvice.mebibytes(mostBytes));
        int fitting = (int) Math.min(messages.size(), share * messages.size());
        return fitting == 0 ? Optional.empty()
                : Optional.of(new Span(messages.capturedAtNanos(0), messages.capturedAtNanos(fitting - 1)));
    }
}
