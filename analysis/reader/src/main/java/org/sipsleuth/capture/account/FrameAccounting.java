package org.sipsleuth.capture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.fault.FailedConnection;
import org.sipsleuth.capture.fault.IcmpError;
import org.sipsleuth.capture.fault.IncompletePacket;
import org.sipsleuth.capture.fault.NetworkFaults;

/// The account of every frame of a capture that gave no message: how many, why, and which were the
/// first. Where the capture lies in several files, each has its own part.
///
/// A frame that holds several packets counts once, for the first reason reported; not at all if one
/// of them yields a message.
public final class FrameAccounting {

    private final FrameNumbers numbers;
    private final List<FileAccount> files = new ArrayList<>();

    /// @param file the place of the first file among the files of the investigation
    public FrameAccounting(int file) {
        numbers = new FrameNumbers(file);
        files.add(new FileAccount(file));
    }

    /// Frames whose fate is not known yet: how many, and the first of them; each that holds several
    /// packets.
    public static final class Pending {
        private List<Integer> first = List.of();
        private List<Integer> parted = List.of();

        /// How many more there are, by how many files of the capture lie before theirs.
        private Map<Integer, Long> more = Map.of();

        private void addMore(int before, long frames) {
            if (more.isEmpty()) { // as most are
                more = new TreeMap<>();
            }
            more.merge(before, frames, Long::sum);
        }

        private void addFirst(int frame) {
            if (first.isEmpty()) {
                first = new ArrayList<>(1);
            }
            first.add(frame);
        }

        private void addParted(int frame) {
            if (parted.isEmpty()) {
                parted = new ArrayList<>(1);
            }
            parted.add(frame);
        }

        private void clear() {
            first = List.of();
            parted = List.of();
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

    /// Records that another file contained this frame before, and that it counts once: it counts
    /// for that, whatever else is reported, unless it yields a message.
    public void repeats(int frame) {
        of(frame).hasParts(numbers.inFile(frame));
        count(UnreadReason.REPEATED_FRAME, 0, frame);
    }

    /// Records that a frame yielded a message.
    public void gave(int frame) {
        of(frame).gave(numbers.inFile(frame));
    }

    /// Leaves it to later what becomes of a frame.
    public void leave(Pending pending, int frame) {
        FileAccount file = of(frame);
        int its = numbers.inFile(frame);
        if (file.isParted(its)) {
            if (file.isOpen(its)) {
                pending.addParted(frame);
            }
        } else if (pending.first.size() < FileAccount.MOST_EXAMPLES) {
            pending.addFirst(frame);
        } else {
            pending.addMore(numbers.filesBefore(frame), 1);
        }
    }

    /// Leaves frames together with others.
    ///
    /// @param pending has none any more
    /// @param others have them too
    public void move(Pending pending, Pending others) {
        pending.first.forEach(frame -> leave(others, frame));
        pending.parted.forEach(frame -> leave(others, frame));
        pending.more.forEach(others::addMore);
        pending.clear();
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
        pending.more.forEach((before, frames) -> files.get(before).countMore(reason, detail, frames));
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

    /// Counts bytes of a stream that were not captured.
    ///
    /// @param frame is next to them
    /// @param gaps in how many places
    public void lost(int frame, long gaps, long bytes) {
        of(frame).lost(numbers.inFile(frame), gaps, bytes);
    }

    /// Records a message of which only the first fragment was captured.
    public void fault(IncompletePacket packet) {
        for (FileAccount each : files.reversed()) {
            if (each.isOf(packet.frame())) {
                each.faults().add(packet);
                return;
            }
        }
    }

    /// Records an ICMP error.
    ///
    /// @param error without sightings
    /// @param arrival of its frame
    public void fault(IcmpError error, Arrival arrival) {
        of(arrival.frame()).faults().add(error, frameNumber(arrival.frame()), arrival.capturedAtNanos());
    }

    /// Records a segment that shows that a connection failed.
    ///
    /// @param frame its number in the capture
    public void fault(FailedConnection.Kind kind, Endpoint client, Endpoint server, int frame, long atNanos) {
        of(frame).faults().add(kind, client, server, frameNumber(frame), atNanos);
    }

    private FrameNumber frameNumber(int frame) {
        return new FrameNumber(numbers.file(frame), numbers.inFile(frame));
    }

    /// The faults of the network that frames of a file show.
    ///
    /// @param before how many files of the capture lie before the one that is meant
    public NetworkFaults faults(int before) {
        return files.get(before).faults().faults();
    }

    /// What was not captured of streams.
    ///
    /// @param before how many files of the capture lie before the one that is meant
    public StreamGaps gaps(int before) {
        return files.get(before).gaps();
    }

    /// The account of all files, each by itself: most frames first, then by reason.
    ///
    /// @param before how many files of the capture lie before the one that is meant
    public List<UnreadFrames> unread(int before) {
        return files.get(before).unread();
    }
}
