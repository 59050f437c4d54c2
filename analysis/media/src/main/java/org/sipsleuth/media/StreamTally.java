package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    /// @param isSenderWatched whether the watched end is the one that sends
    record Found(Watch watch, MediaMatch match, boolean isSenderWatched) {}

    StreamTally(StreamKey key, Found found, FrameNumber frame, long nanos, RunBudget budget) {
        this.key = key;
        this.found = found;
        this.first = frame;
        this.firstNanos = nanos;
        this.last = frame;
        this.lastNanos = nanos;
        this.home = frame.file();
        course = new StreamCourse(budget);
        lateness = new Lateness(budget);
    }

    StreamKey key() {
        return key;
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

    void addCopy() {
        copies++;
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

    MediaStream stream() {
        Announcement announced = found.watch().nearest(lastNanos);
        Party party = announced.party();
        Party other = party == Party.CALLER ? Party.CALLEE : Party.CALLER;
        List<RtpFormat> inOrder = new ArrayList<>(formats.values());
        return new MediaStream(key.kind(), key.source().endpoint(), key.destination().endpoint(), key.ssrc(),
                new MediaStream.Origin(found.watch().dialogs(firstNanos, lastNanos), found.match(),
                        found.isSenderWatched() ? party : other, announced.description().type(),
                        announced.description().direction(), inOrder),
                new MediaStream.Extent(packets, bytes, firstNanos, lastNanos, first, last, copies, hops),
                key.kind() == MediaKind.RTCP ? MediaStream.Quality.NONE : quality(),
                course.course(jitter.unsteadyShare(), lateness.late()), statedPackets);
    }

    private MediaStream.Quality quality() {
        return new MediaStream.Quality(sequence.expected(), sequence.lost(), sequence.duplicates(),
                sequence.outOfOrder(), jitter.millis(), jitter.meanMillis(), jitter.maxMillis(), largestGapNanos);
    }
}
