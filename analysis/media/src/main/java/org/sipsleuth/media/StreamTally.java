package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.sip.sdp.RtpFormat;

/// A stream while its packets are counted.
final class StreamTally {

    private static final String EVENT = "telephone-event";

    private final StreamKey key;
    private final Found found;
    private final FrameNumber first;
    private final long firstNanos;
    private FrameNumber last;
    private long lastNanos;
    private Set<Integer> holders = Set.of(); // when it was last in question
    private long seenNanos;
    private long nextNanos;
    private int home;
    private long packets;
    private long bytes;
    private long copies;
    private long largestGapNanos;
    private int hops;
    private final SequenceCount sequence = new SequenceCount();
    private final Jitter jitter = new Jitter();
    private final StreamCourse course;
    private final Lateness lateness;
    private final Map<Integer, RtpFormat> formats = new TreeMap<>();
    private int rate;
    private int rateOf = -1;
    private long statedPackets = MediaStream.NOT_STATED;

    /// What ties a stream to dialogs.
    ///
    /// @param other the other end; the same as the watched one if nobody announced it
    /// @param isSenderWatched whether the watched end is the one that sends
    record Found(Watch watch, Watch other, MediaMatch match, boolean isSenderWatched) {

        /// The dialogs whose ports both ends are at a time, or else one of the ends.
        Set<Integer> holders(long nanos, boolean isRtcp) {
            List<Integer> its = watch.dialogs(nanos, nanos);
            List<Integer> others = other.isOpen(nanos, isRtcp) ? other.dialogs(nanos, nanos) : List.of();
            Set<Integer> holders = new TreeSet<>(its);
            holders.retainAll(others);
            if (holders.isEmpty()) {
                holders.addAll(its);
                holders.addAll(others);
            }
            return holders;
        }

        /// The same in a time, or else those whose port the watched end is.
        List<Integer> dialogs(long fromNanos, long toNanos) {
            List<Integer> its = watch.dialogs(fromNanos, toNanos);
            List<Integer> both = new ArrayList<>(its);
            both.retainAll(other.dialogs(fromNanos, toNanos));
            return both.isEmpty() ? its : both;
        }

        /// When a dialog next announces one of the ends.
        long nextNanos(long nanos) {
            return Math.min(watch.nextNanos(nanos), other.nextNanos(nanos));
        }
    }

    StreamTally(StreamKey key, Found found, FrameNumber frame, long nanos, RunBudget budget) {
        this.key = key;
        this.found = found;
        this.first = frame;
        this.firstNanos = nanos;
        this.last = frame;
        this.lastNanos = nanos;
        this.home = frame.file();
        this.seenNanos = nanos;
        this.nextNanos = found.nextNanos(nanos);
        course = new StreamCourse(budget);
        lateness = new Lateness(budget);
    }

    StreamKey key() {
        return key;
    }

    FrameNumber first() {
        return first;
    }

    Watch watch() {
        return found.watch();
    }

    /// The file that its packets are counted in.
    int home() {
        return home;
    }

    /// Its packets are counted in another file from now on.
    void move(int file) {
        sequence.cut();
        course.cut();
        lateness.cut();
        home = file;
    }

    void addCopy(long nanos) {
        copies++;
        seenNanos = Math.max(seenNanos, nanos);
    }

    /// Whether a packet may be of another call than those before: after a pause, or since an end of it
    /// was announced again.
    boolean isInQuestion(long nanos) {
        return nanos >= nextNanos || isAfterPause(nanos);
    }

    /// Whether a packet is still of the same call. What nobody holds any more goes on until it pauses.
    ///
    /// @param now what ties it to dialogs now
    boolean goesOn(Optional<Found> now, long nanos) {
        nextNanos = found.nextNanos(nanos);
        if (now.isEmpty()) {
            return !isAfterPause(nanos);
        }
        boolean isRtcp = key.kind() == MediaKind.RTCP;
        Set<Integer> before = holders.isEmpty() ? found.holders(firstNanos, isRtcp) : holders;
        Set<Integer> holding = now.get().holders(nanos, isRtcp);
        boolean isSame = !Collections.disjoint(before, holding);
        holders = holding;
        return isSame;
    }

    private boolean isAfterPause(long nanos) {
        return nanos - seenNanos > AnnouncementReader.LATE_NANOS;
    }

    /// Adds a packet of its file.
    ///
    /// @param left the hops left (TTL) that it has; 0 if they are not known
    void add(RtpHeader header, int length, FrameNumber frame, long nanos, int left) {
        hops = packets == 0 || hops == left ? left : 0;
        if (packets++ > 0) {
            largestGapNanos = Math.max(largestGapNanos, nanos - lastNanos);
        }
        bytes += length;
        last = frame;
        lastNanos = Math.max(lastNanos, nanos);
        seenNanos = lastNanos;
        found.watch().flowed(nanos);
        if (key.kind() == MediaKind.RTP) {
            sequence.add(header.sequence());
            int clockRate = rate(header.payloadType(), nanos);
            jitter.add(nanos, header.timestamp(), clockRate);
            lateness.add(header, frame, nanos, clockRate);
            course.add(header, nanos, clockRate);
        } else {
            statedPackets = Math.max(statedPackets, header.statedPackets());
        }
    }

    private int rate(int payloadType, long nanos) {
        if (payloadType != rateOf) {
            RtpFormat format = formats.computeIfAbsent(payloadType, _ -> format(payloadType, nanos));
            rate = format.encoding().equalsIgnoreCase(EVENT) ? 0 : format.clockRate();
            rateOf = payloadType;
        }
        return rate;
    }

    /// The encoding name of a payload type; empty where nothing names it.
    String encoding(int payloadType, long nanos) {
        RtpFormat known = formats.get(payloadType);
        return (known == null ? format(payloadType, nanos) : known).encoding();
    }

    private RtpFormat format(int payloadType, long nanos) {
        return found.watch()
                .format(payloadType, nanos)
                .or(() -> RtpFormat.ofStatic(payloadType))
                .orElseGet(() -> new RtpFormat(payloadType, "", 0));
    }

    /// The dialogs that it is media of.
    List<Integer> dialogs() {
        return found.dialogs(firstNanos, lastNanos);
    }

    /// Whether it depends on other streams how it is matched.
    boolean isFromWatched() {
        return found.isSenderWatched();
    }

    private MediaMatch match(List<Integer> dialogs, Set<Integer> answering) {
        if (found.match() != MediaMatch.SOURCE) {
            return found.match();
        }
        boolean isAnnounced = found.other() != found.watch()
                && !Collections.disjoint(dialogs, found.other().dialogs(firstNanos, lastNanos));
        return isAnnounced ? MediaMatch.DESTINATION
                : Collections.disjoint(dialogs, answering) ? MediaMatch.NOWHERE
                : MediaMatch.SOURCE;
    }

    /// What was counted.
    ///
    /// @param answering the dialogs of which media came from its destination
    MediaStream stream(Set<Integer> answering) {
        List<Integer> dialogs = dialogs();
        Announcement announced = found.watch().nearest(lastNanos);
        Party party = announced.party();
        Party other = party == Party.CALLER ? Party.CALLEE : Party.CALLER;
        List<RtpFormat> inOrder = new ArrayList<>(formats.values());
        return new MediaStream(key.kind(), key.source().endpoint(), key.destination().endpoint(), key.ssrc(),
                new MediaStream.Origin(dialogs, match(dialogs, answering), found.isSenderWatched() ? party : other,
                        announced.description().type(), announced.description().direction(), inOrder),
                new MediaStream.Extent(packets, bytes, firstNanos, lastNanos, first, last, copies, hops),
                key.kind() == MediaKind.RTCP ? MediaStream.Quality.NONE : quality(),
                course.course(jitter.unsteadyShare(), lateness.late()), statedPackets);
    }

    private MediaStream.Quality quality() {
        return new MediaStream.Quality(sequence.expected(), sequence.lost(), sequence.duplicates(),
                sequence.outOfOrder(), jitter.millis(), jitter.meanMillis(), jitter.maxMillis(), largestGapNanos);
    }
}
