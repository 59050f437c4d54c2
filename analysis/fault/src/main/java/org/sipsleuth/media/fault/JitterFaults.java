package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStream.LateRun;

/// Finds audio streams whose packets come so unevenly that it is heard.
final class JitterFaults {

    /// Mean jitter from here on is more than a conversation bears (Cisco, Enterprise QoS SRND: 30 ms
    /// one way).
    static final double MEAN_JITTER_MILLIS = 30;

    private static final double MAX_JITTER_MILLIS = 100;
    private static final double LEAST_UNSTEADY = 0.05;

    /// So many runs of late packets are cited.
    private static final int CITED_RUNS = 5;

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<MediaCall> calls;
    private final CallStreams streams;
    private final CaptureChecks capture;

    JitterFaults(List<MediaCall> calls, CallStreams streams, CaptureChecks capture) {
        this.calls = calls;
        this.streams = streams;
        this.capture = capture;
    }

    /// A stream with its packets that came too late while both sides could talk, without those that
    /// the capture delayed.
    private record Judged(MediaStream stream, long packets, long longRuns, int longestRun, List<LateRun> runs) {

        boolean isLate() {
            return QualityFaults.isHeard((double) packets / stream.extent().packets(), longRuns, longestRun);
        }

        Stream<FrameNumber> frames() {
            return runs.isEmpty() ? Stream.of(stream.extent().first(), stream.extent().last())
                    : runs.stream().limit(CITED_RUNS).map(LateRun::first);
        }
    }

    List<MediaFault> faults() {
        List<MediaFault> faults = new ArrayList<>();
        for (MediaCall call : calls) {
            if (call.isAnswered()) {
                fault(call).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private Optional<MediaFault> fault(MediaCall call) {
        List<Judged> uneven = streams.of(call)
                .stream()
                .filter(this::isJudged)
                .map(stream -> judged(call, stream))
                .filter(each -> each.isLate() || isUnsteady(each.stream()))
                .sorted(Comparator.<Judged>comparingDouble(each -> each.stream().quality().meanJitterMillis())
                        .reversed())
                .toList();
        if (uneven.isEmpty()) {
            return Optional.empty();
        }
        MediaStream worst = uneven.getFirst().stream();
        boolean isUnrouted = worst.extent().isUnrouted();
        Report report = new Report(MediaFaultKind.JITTER, isUnrouted ? Report.AT_SENDER : "text")
                .with("towards", worst.destination())
                .with("mean", QualityFaults.millis(worst.quality().meanJitterMillis()))
                .with("maximum", QualityFaults.millis(worst.quality().maxJitterMillis()));
        if (isUnrouted) {
            report.with("sender", worst.source().host()).due(Report.AT_SENDER);
        }
        late(call, uneven.getFirst(), report);
        for (Judged other : uneven.subList(1, uneven.size())) {
            report.more(MediaFaultKind.JITTER.sentence("other", other.stream().destination(),
                    QualityFaults.millis(other.stream().quality().meanJitterMillis()),
                    QualityFaults.millis(other.stream().quality().maxJitterMillis())));
            late(call, other, report);
        }
        return Optional.of(report.messages(call.answer())
                .streams(uneven.stream().map(Judged::stream).toList())
                .frames(uneven.stream().flatMap(Judged::frames).toList())
                .of(call.dialog()));
    }

    /// What it means for who listens.
    private static void late(MediaCall call, Judged each, Report report) {
        if (each.packets() > 0) {
            long first = each.runs().isEmpty() ? 0 : each.runs().getFirst().fromNanos() - call.span().answeredNanos();
            report.more(MediaFaultKind.JITTER.sentence("late", String.valueOf(each.packets()),
                    String.valueOf(each.stream().extent().packets()), String.valueOf(each.longestRun()),
                    QualityFaults.millis(each.stream().course().late().mostMillis()),
                    String.format(Locale.ENGLISH, "%.1f", first / NANOS_PER_SECOND)));
        }
    }

    /// Before the answer nobody is heard, and after the end nobody listens.
    private Judged judged(MediaCall call, MediaStream stream) {
        MediaStream.Late late = stream.course().late();
        List<LateRun> runs = new ArrayList<>();
        long packets = late.packets();
        for (LateRun run : late.lateRuns()) {
            boolean isWithin =
                    run.fromNanos() >= call.span().answeredNanos() && run.toNanos() <= call.span().endNanos();
            if (isWithin && !capture.isShared(stream, run)) {
                runs.add(run);
            } else {
                packets -= run.packets();
            }
        }
        return new Judged(stream, packets, runs.stream().filter(run -> run.packets() >= QualityFaults.LONG_RUN).count(),
                runs.stream().mapToInt(LateRun::packets).max().orElse(0), runs);
    }

    private boolean isJudged(MediaStream stream) {
        return stream.extent().packets() >= QualityFaults.FEWEST_PACKETS
                && !capture.has(streams.coverage(stream), CoverageFaultKind.UNSTEADY_TIMES);
    }

    private static boolean isUnsteady(MediaStream stream) {
        MediaStream.Quality quality = stream.quality();
        boolean isMuch =
                quality.meanJitterMillis() >= MEAN_JITTER_MILLIS || quality.maxJitterMillis() >= MAX_JITTER_MILLIS;
        return isMuch && stream.course().unsteadyShare() >= LEAST_UNSTEADY;
    }
}
