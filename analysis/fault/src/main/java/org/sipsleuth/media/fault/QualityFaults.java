package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStream.LostRun;

/// Finds audio streams with so much loss that it is heard.
final class QualityFaults {

    /// Fewer packets are not judged: 2 s of 20 ms.
    static final int FEWEST_PACKETS = 100;

    /// At 3 % of random loss G.711 without concealment falls below R = 70 (ITU-T G.113 appendix I,
    /// Bpl 4.3; G.107).
    private static final double LEAST_SHARE = 0.03;

    /// Runs of five packets, 100 ms, no concealment hides (G.711 appendix I mutes after 60 ms).
    private static final int FEWEST_LONG_RUNS = 3;

    static final int LONG_RUN = 5;

    /// Half a second without sound.
    private static final int LONGEST_RUN = 25;

    /// Runs that cross a change of the session are due to that, from here on.
    private static final int RUN_OF_CHANGE = 50;

    /// Packets in a row are lost together where runs are so much longer than chance makes them.
    private static final double BURSTINESS = 1.5;

    /// A stream of which every n-th packet was kept is no loss.
    private static final double SAMPLED_SHARE = 0.3;

    private static final int SAMPLED_RUNS = 20;

    /// Between two runs of such a stream is one packet; a few more, where sampling began or stopped.
    private static final double KEPT_PER_RUN = 1.1;

    private final List<MediaCall> calls;
    private final CallStreams streams;
    private final CaptureChecks capture;

    QualityFaults(List<MediaCall> calls, CallStreams streams, CaptureChecks capture) {
        this.calls = calls;
        this.streams = streams;
        this.capture = capture;
    }

    /// What is missing of a stream, without what the capture lost.
    private record Lost(MediaStream stream, long packets, long sent, long longRuns, int longestRun) {

        double share() {
            return sent <= 0 ? 0 : (double) packets / sent;
        }

        boolean isMuch() {
            return isHeard(share(), longRuns, longestRun);
        }

        boolean isSampled() {
            MediaStream.Course course = stream.course();
            long kept = sent - course.lost();
            return share() >= SAMPLED_SHARE && course.runs() >= SAMPLED_RUNS
                    && course.lost() == course.runs() * course.longestRun() && kept <= course.runs() * KEPT_PER_RUN;
        }

        String pattern() {
            MediaStream.Course course = stream.course();
            double mean = course.runs() == 0 ? 0 : (double) course.lost() / course.runs();
            return mean * (1 - share()) >= BURSTINESS
                    ? MediaFaultKind.LOSS.sentence("bursts", String.valueOf(course.longestRun()))
                    : MediaFaultKind.LOSS.sentence("random");
        }
    }

    /// Whether missing sound is heard.
    ///
    /// @param share of the packets, in [0, 1]
    /// @param longRuns how often five or more in a row
    /// @param longestRun the most in a row
    static boolean isHeard(double share, long longRuns, int longestRun) {
        return share >= LEAST_SHARE || longRuns >= FEWEST_LONG_RUNS || longestRun >= LONGEST_RUN;
    }

    List<MediaFault> faults() {
        List<MediaFault> faults = new ArrayList<>();
        for (MediaCall call : calls) {
            if (call.isAnswered()) {
                loss(call).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private Optional<MediaFault> loss(MediaCall call) {
        List<Lost> much = streams.of(call)
                .stream()
                .filter(stream -> stream.extent().packets() >= FEWEST_PACKETS)
                .map(stream -> lost(call, stream))
                .filter(lost -> lost.isMuch() && !lost.isSampled())
                .filter(lost -> !isExplained(lost))
                .sorted(Comparator.comparingDouble(Lost::share).reversed())
                .toList();
        if (much.isEmpty()) {
            return Optional.empty();
        }
        Lost worst = much.getFirst();
        boolean isUnrouted = worst.stream().extent().isUnrouted();
        Report report = new Report(MediaFaultKind.LOSS, isUnrouted ? Report.AT_SENDER : "text")
                .with("share", percent(worst.share()))
                .with("towards", worst.stream().destination())
                .with("lost", worst.packets())
                .with("sent", worst.sent())
                .with("pattern", worst.pattern())
                .with("jitter", jitter(worst.stream()));
        if (isUnrouted) {
            report.with("sender", worst.stream().source().host()).due(Report.AT_SENDER);
        }
        much.stream()
                .skip(1)
                .forEach(other -> report.more(MediaFaultKind.LOSS.sentence("other", other.stream().destination(),
                        percent(other.share()), other.packets(), other.sent(), other.pattern())));
        return Optional.of(report.messages(call.answer())
                .streams(much.stream().map(Lost::stream).toList())
                .doubts(doubts(worst.stream()))
                .of(call.dialog()));
    }

    private Lost lost(MediaCall call, MediaStream stream) {
        MediaStream.Course course = stream.course();
        long packets = course.lost();
        long longRuns = 0;
        int longest = 0;
        for (LostRun run : course.lostRuns()) {
            if (capture.isShared(stream, run) || isOfChange(call, run)) {
                packets -= run.packets();
            } else {
                longRuns += run.inRow() >= LONG_RUN ? 1 : 0;
                longest = Math.max(longest, run.inRow());
            }
        }
        return new Lost(stream, packets, stream.extent().packets() - stream.quality().duplicates() + course.lost(),
                longRuns, longest);
    }

    /// Whether packets are missing because the session changed meanwhile.
    private static boolean isOfChange(MediaCall call, LostRun run) {
        MediaCall.Span span = call.span();
        boolean isOfAnswer = run.fromNanos() <= span.answeredNanos() && run.toNanos() >= span.answeredNanos();
        return isOfAnswer || (run.packets() >= RUN_OF_CHANGE
                && (run.fromNanos() < span.dueNanos() || run.toNanos() > span.plainNanos()));
    }

    /// Whether the capture states that it dropped at least as much as is missing here.
    private boolean isExplained(Lost lost) {
        return capture.droppedPackets(streams.coverage(lost.stream())) >= lost.packets();
    }

    private Set<CoverageFaultKind> doubts(MediaStream stream) {
        Set<CoverageFaultKind> doubts = EnumSet.noneOf(CoverageFaultKind.class);
        for (CoverageFaultKind kind : List.of(CoverageFaultKind.SHARED_LOSS, CoverageFaultKind.DROPPED)) {
            if (capture.has(streams.coverage(stream), kind)) {
                doubts.add(kind);
            }
        }
        return doubts;
    }

    private static String jitter(MediaStream stream) {
        MediaStream.Quality quality = stream.quality();
        return Double.isNaN(quality.meanJitterMillis()) ? MediaFaultKind.LOSS.sentence("unknown")
                : MediaFaultKind.LOSS.sentence("jitter", millis(quality.meanJitterMillis()),
                        millis(quality.maxJitterMillis()));
    }

    static String millis(double value) {
        return String.format(Locale.ENGLISH, "%.0f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }
}
