package org.sipsleuth.media.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.run.RunMonitor;

/// The faults of the media of all calls of an index. `docs/MEDIA-FAULTS.md` describes the rules.
///
/// @param faults by dialog, then by kind; one of a kind for each dialog
/// @param ofCapture by coverage, then by kind
/// @param streams the media streams of all answered calls; empty where the captures hold no RTP
/// @param heardBothWays the dialogs in which RTP of both sides was captured after the answer, and
///     went where it arrives: whatever their session descriptions ask for
public record MediaFaults(List<MediaFault> faults, List<CoverageFault> ofCapture, MediaStreams streams,
        Set<Integer> heardBothWays) {

    private static final Comparator<MediaFault> ORDER =
            Comparator.comparingInt(MediaFault::dialog).thenComparing(MediaFault::kind);

    private static final Comparator<CoverageFault> CAPTURE_ORDER =
            Comparator.comparingInt(CoverageFault::coverage).thenComparing(CoverageFault::kind);

    public MediaFaults {
        faults = List.copyOf(faults);
        ofCapture = List.copyOf(ofCapture);
        heardBothWays = Collections.unmodifiableSet(new TreeSet<>(heardBothWays));
    }

    /// Finds the faults. Cost: the session descriptions of all calls, and all frames of the
    /// captures, if any of them looks like RTP.
    ///
    /// @throws IOException if a capture can no longer be read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static MediaFaults of(SipIndex index, RunMonitor monitor) throws IOException {
        boolean hasRtp = hasRtp(index);
        List<MediaCall> calls = MediaCalls.of(index, hasRtp, monitor);
        MediaStreams streams = hasRtp ? streams(index, calls, monitor) : new MediaStreams(List.of(), 0);
        CallStreams ofCalls = new CallStreams(index, calls, streams);
        CaptureChecks capture = new CaptureChecks(index, calls, ofCalls);
        List<MediaFault> faults = new ArrayList<>();
        for (MediaCall call : calls) {
            faults.addAll(call.faults());
        }
        faults.addAll(new FlowFaults(index, calls, ofCalls, capture).faults());
        faults.addAll(new MoveFaults(calls, ofCalls).faults());
        faults.addAll(new QualityFaults(calls, ofCalls, capture).faults());
        faults.addAll(new JitterFaults(calls, ofCalls, capture).faults());
        faults.addAll(new FormatFaults(index, calls, ofCalls).faults());
        return new MediaFaults(once(faults), capture.faults().stream().sorted(CAPTURE_ORDER).toList(), streams,
                ofCalls.heardBothWays());
    }

    /// Whether any frame that gave no message looks like RTP, as the first reading counted them.
    private static boolean hasRtp(SipIndex index) {
        return index.files().stream().anyMatch(file -> UnreadReason.RTP.framesOf(file.unread()) > 0);
    }

    private static MediaStreams streams(SipIndex index, List<MediaCall> calls, RunMonitor monitor) throws IOException {
        int[] answered = calls.stream().filter(MediaCall::isAnswered).mapToInt(MediaCall::dialog).toArray();
        return MediaStreams.of(index, answered, monitor);
    }

    /// The first of a kind for each dialog, in order.
    private static List<MediaFault> once(List<MediaFault> faults) {
        Set<MediaFault> first = new TreeSet<>(ORDER);
        first.addAll(faults);
        return List.copyOf(first);
    }
}
