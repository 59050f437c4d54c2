package org.sipsleuth.media;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.sip.sdp.RtpFormat;

/// One stream of RTP, or of its RTCP: the packets of one source (SSRC) between two endpoints.
///
/// @param kind RTP or RTCP
/// @param source its source address and port
/// @param destination its destination address and port
/// @param ssrc the synchronization source, as an unsigned number
/// @param origin how it is matched to its dialogs
/// @param extent packet counts and times
/// @param quality loss and jitter; [Quality#NONE] for RTCP
/// @param course how its packets followed each other
/// @param statedPackets of RTCP: the most packets of RTP that its sender reports state to have sent;
///     [#NOT_STATED] of RTP, and where there is no sender report
public record MediaStream(MediaKind kind, Endpoint source, Endpoint destination, long ssrc, Origin origin,
        Extent extent, Quality quality, Course course, long statedPackets) {

    /// No sender report.
    public static final long NOT_STATED = -1;

    /// The match of a stream to its dialogs.
    ///
    /// @param dialogs their numbers in the index, the first 64
    /// @param match how it was found
    /// @param sender the side that sends it
    /// @param medium the type of its media description: `audio`, `video` …
    /// @param direction the direction in the last session description of the matched endpoint:
    ///     `sendrecv`, `sendonly`, `recvonly`, `inactive`, as seen from there
    /// @param formats the formats of its payload types, in the order of their numbers; an encoding
    ///     that nothing names is empty. No format for RTCP
    public record Origin(List<Integer> dialogs, MediaMatch match, Party sender, String medium, String direction,
            List<RtpFormat> formats) {
        public Origin {
            dialogs = List.copyOf(dialogs);
            formats = List.copyOf(formats);
        }
    }

    /// The packet counts and times of a stream.
    ///
    /// @param packets all of them
    /// @param bytes their payload in UDP, headers of RTP included
    /// @param firstNanos when the first came, in ns since the epoch
    /// @param lastNanos when the last came
    /// @param first its first frame
    /// @param last its last frame
    /// @param copies packets that another file holds at the same time, as a second place of capture
    ///     does; they count nowhere else
    /// @param hops the hops left (TTL) of all of them; 0 if they differ, or none is known
    public record Extent(long packets, long bytes, long firstNanos, long lastNanos, FrameNumber first, FrameNumber last,
            long copies, int hops) {

        /// With these, packets leave a host.
        private static final Set<Integer> FIRST_HOPS = Set.of(64, 128, 255);

        /// From the first packet to the last, in ns.
        public long durationNanos() {
            return lastNanos - firstNanos;
        }

        /// Whether no router lies between its sender and the place of the capture.
        public boolean isUnrouted() {
            return FIRST_HOPS.contains(hops);
        }
    }

    /// The loss and jitter of a stream.
    ///
    /// @param expected packets that its sequence numbers let expect (RFC 3550 A.3)
    /// @param lost how many of them are missing
    /// @param duplicates packets with the sequence number of one that came shortly before
    /// @param outOfOrder packets that came after one with a later number, without duplicates
    /// @param jitterMillis the interarrival jitter after the last packet (RFC 3550 A.8) in ms; NaN
    ///     if the clock rate is unknown, or there are too few packets
    /// @param meanJitterMillis its mean over all packets
    /// @param maxJitterMillis its largest value
    /// @param largestGapNanos the longest time between two packets
    public record Quality(long expected, long lost, long duplicates, long outOfOrder, double jitterMillis,
            double meanJitterMillis, double maxJitterMillis, long largestGapNanos) {

        /// Of what has no sequence numbers.
        public static final Quality NONE = new Quality(0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, 0);

        /// The share of the expected packets that are missing, in [0, 1].
        public double lossShare() {
            return expected <= 0 ? 0 : (double) lost / expected;
        }
    }

    /// How the packets of a stream followed each other.
    ///
    /// @param packetsByType packets by their payload type, in the order of those
    /// @param packetMillis the time between two packets by their timestamps, in ms, as most have it;
    ///     0 if it is not known
    /// @param unsteadyShare the share of packets that came 20 ms or more too early or too late after
    ///     the one before, in [0, 1]
    /// @param lost packets that are missing; a sequence that jumps though no time passes has none
    ///     missing
    /// @param jumped packets that such jumps passed over
    /// @param runs how often packets are missing in a row
    /// @param longestRun the most packets missing in a row
    /// @param longRuns how often five or more are missing in a row
    /// @param lostRuns the first 256 of those runs
    /// @param late packets that came, but too late to be heard
    public record Course(Map<Integer, Long> packetsByType, double packetMillis, double unsteadyShare, long lost,
            long jumped, long runs, int longestRun, long longRuns, List<LostRun> lostRuns, Late late) {
        public Course {
            packetsByType = Collections.unmodifiableMap(new TreeMap<>(packetsByType));
            lostRuns = List.copyOf(lostRuns);
        }
    }

    /// Packets missing between two that came one after the other.
    ///
    /// @param fromNanos when the packet before them came, in ns since the epoch
    /// @param toNanos when the one after them came
    /// @param packets how many
    /// @param inRow the most of them in a row; fewer where others of this time came late
    public record LostRun(long fromNanos, long toNanos, int packets, int inRow) {}

    /// The packets of a stream that a jitter buffer of 100 ms discards, because they come more than that
    /// after the fastest of the last seconds.
    ///
    /// @param packets all of them
    /// @param runs how often they come in a row
    /// @param longestRun the most of them in a row
    /// @param longRuns how often five or more come in a row
    /// @param mostMillis how much later than the fastest packet one came at most, in ms
    /// @param lateRuns the first 256 of those runs
    public record Late(long packets, long runs, int longestRun, long longRuns, double mostMillis,
            List<LateRun> lateRuns) {
        public Late {
            lateRuns = List.copyOf(lateRuns);
        }
    }

    /// Packets in a row that came too late.
    ///
    /// @param fromNanos when the first of them came, in ns since the epoch
    /// @param toNanos when the last of them came
    /// @param packets how many
    /// @param first the frame of the first
    public record LateRun(long fromNanos, long toNanos, int packets, FrameNumber first) {}

    /// The encoding names of its payload types, separated by a space; `PT 96` for one that nothing
    /// names. Empty for RTCP.
    public String codecs() {
        return String.join(" ",
                origin.formats()
                        .stream()
                        .map(format -> format.encoding().isEmpty() ? "PT " + format.payloadType() : format.encoding())
                        .distinct()
                        .toList());
    }
}
