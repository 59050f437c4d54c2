package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Coverage;
import org.sipsleuth.media.MediaStream;

/// Finds what keeps the capture itself from showing how media was, in each coverage.
final class CaptureChecks {

    /// So many calls in one direction only, and none in both, may be due to the place of the capture.
    private static final int FEWEST_ONE_WAY = 2;

    private static final int FEWEST_UNSTEADY = 3;

    private final SipIndex index;
    private final List<MediaCall> calls;
    private final CallStreams streams;
    private final Map<Integer, Map<CoverageFaultKind, CoverageFault>> found = new HashMap<>();
    private final SharedLoss shared;
    private final SharedDelay delayed;

    CaptureChecks(SipIndex index, List<MediaCall> calls, CallStreams streams) {
        this.index = index;
        this.calls = calls;
        this.streams = streams;
        List<Coverage> coverages = index.dialogs().coverages().all();
        shared = new SharedLoss(streams, coverages.size());
        delayed = new SharedDelay(streams, coverages.size());
        for (int coverage = 0; coverage < coverages.size(); coverage++) {
            shared(coverage);
            dropped(coverage, coverages.get(coverage));
            unsteady(coverage);
            delayed(coverage);
            uncaptured(coverage, coverages.get(coverage));
            oneDirection(coverage);
            cut(coverage, coverages.get(coverage));
        }
    }

    List<CoverageFault> faults() {
        return found.values().stream().flatMap(some -> some.values().stream()).toList();
    }

    boolean has(int coverage, CoverageFaultKind kind) {
        return found.getOrDefault(coverage, Map.of()).containsKey(kind);
    }

    /// Whether packets of a stream are missing when those of all others are.
    boolean isShared(MediaStream stream, MediaStream.LostRun run) {
        return has(streams.coverage(stream), CoverageFaultKind.SHARED_LOSS) && shared.isShared(stream, run);
    }

    /// Whether packets of a stream are late when those of all others are.
    boolean isShared(MediaStream stream, MediaStream.LateRun run) {
        return delayed.isShared(stream, run);
    }

    private void add(int coverage, CoverageFaultKind kind, Map<String, String> values) {
        found.computeIfAbsent(coverage, _ -> new LinkedHashMap<>())
                .put(kind, new CoverageFault(kind, coverage, kind.sentence(values.values().toArray()), values));
    }

    private static Map<String, String> values(Object... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return values;
    }

    private List<MediaStream> audio(int coverage) {
        return streams.audio().stream().filter(stream -> streams.coverage(stream) == coverage).toList();
    }

    private void shared(int coverage) {
        SharedLoss.Total total = shared.total(coverage);
        if (total.isOfCapture()) {
            add(coverage, CoverageFaultKind.SHARED_LOSS, values("packets", total.shared(), "streams", total.streams()));
        }
    }

    private void delayed(int coverage) {
        SharedDelay.Total total = delayed.total(coverage);
        if (total.packets() > 0) {
            add(coverage, CoverageFaultKind.SHARED_DELAY,
                    values("packets", total.packets(), "streams", total.streams()));
        }
    }

    /// How many packets the files of a coverage state to have been dropped.
    long droppedPackets(int coverage) {
        return dropped(index.dialogs().coverages().all().get(coverage));
    }

    private long dropped(Coverage its) {
        return its.files().stream().mapToLong(file -> index.files().get(file).notes().dropped()).sum();
    }

    private void dropped(int coverage, Coverage its) {
        long dropped = dropped(its);
        long lost = audio(coverage).stream().mapToLong(stream -> stream.course().lost()).sum();
        if (dropped > 0 && lost > 0) {
            add(coverage, CoverageFaultKind.DROPPED, values("dropped", dropped, "missing", lost));
        }
    }

    private void unsteady(int coverage) {
        List<MediaStream> judged = audio(coverage).stream()
                .filter(stream -> stream.extent().packets() >= QualityFaults.FEWEST_PACKETS)
                .filter(stream -> !Double.isNaN(stream.quality().meanJitterMillis()))
                .toList();
        long callCount = judged.stream().flatMap(stream -> stream.origin().dialogs().stream()).distinct().count();
        if (judged.size() >= FEWEST_UNSTEADY && callCount > 1 && judged.stream()
                .allMatch(stream -> stream.quality().meanJitterMillis() >= JitterFaults.MEAN_JITTER_MILLIS)) {
            add(coverage, CoverageFaultKind.UNSTEADY_TIMES, values("streams", judged.size()));
        }
    }

    private List<MediaCall> judged(int coverage) {
        List<MediaCall> judged = new ArrayList<>();
        for (MediaCall call : calls) {
            if (call.isJudged() && call.plainNanos() >= FlowFaults.SHORTEST_NANOS
                    && streams.coverage(call) == coverage) {
                judged.add(call);
            }
        }
        return judged;
    }

    private void uncaptured(int coverage, Coverage its) {
        boolean hasRtp =
                its.files().stream().anyMatch(file -> UnreadReason.RTP.framesOf(index.files().get(file).unread()) > 0);
        int judged = hasRtp ? 0 : judged(coverage).size();
        if (judged > 0) {
            add(coverage, CoverageFaultKind.MEDIA_NOT_CAPTURED, values("calls", judged));
        }
    }

    private void oneDirection(int coverage) {
        int oneWay = 0;
        for (MediaCall call : judged(coverage)) {
            CallStreams.Flow flow = streams.flow(call);
            if (!flow.caller().isEmpty() && !flow.callee().isEmpty()) {
                return;
            }
            oneWay += flow.caller().isEmpty() && flow.callee().isEmpty() ? 0 : 1;
        }
        if (oneWay >= FEWEST_ONE_WAY) {
            add(coverage, CoverageFaultKind.ONE_DIRECTION, values("calls", oneWay));
        }
    }

    private void cut(int coverage, Coverage its) {
        if (its.files().stream().noneMatch(file -> index.files().get(file).notes().snapped() > 0)) {
            return;
        }
        MessageTable messages = index.messages();
        int cut = 0;
        for (int message = 0; message < messages.size(); message++) {
            boolean isHere = messages.isCut(message) && messages.hasBody(message)
                    && index.dialogs().coverages().number(messages.file(message)) == coverage;
            cut += isHere ? 1 : 0;
        }
        if (cut > 0) {
            add(coverage, CoverageFaultKind.CUT_DESCRIPTIONS, values("messages", cut));
        }
    }
}
