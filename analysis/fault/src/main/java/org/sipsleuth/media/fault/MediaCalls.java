package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;

/// Reads the calls of an index, by all processors.
final class MediaCalls {

    private static final String STAGE = "Reading session descriptions";

    /// Notes cost ten times as much as all else of a call: of more calls the first ones are asked.
    private static final int MOST_NOTED = 5_000;

    private MediaCalls() {}

    /// One processor's share.
    private static final class Share implements Blocks.Work {
        private final CallReader reader;
        private final List<MediaCall> calls = new ArrayList<>();

        Share(SipIndex index, HoldEnds ends, boolean hasRtp) {
            reader = new CallReader(index, ends, hasRtp);
        }

        @Override
        public void piece(int dialog) {
            reader.of(dialog).ifPresent(calls::add);
        }
    }

    private static void addNotes(SipIndex index, List<MediaCall> calls, RunMonitor monitor) {
        NoteFaults notes = new NoteFaults(index);
        int read = 0;
        for (int i = 0; i < calls.size() && read < MOST_NOTED; i++) {
            MediaCall call = calls.get(i);
            if (call.mayBeNoted()) {
                monitor.throwIfCancelled();
                read++;
                calls.set(i, call.with(notes.of(call.dialog())));
            }
        }
    }

    /// Those that were answered, and those with a fault, by dialog.
    ///
    /// @param hasRtp whether packets are judged, too
    static List<MediaCall> of(SipIndex index, boolean hasRtp, RunMonitor monitor) {
        HoldEnds ends = new HoldEnds(index);
        List<MediaCall> calls = new ArrayList<>();
        for (Share share : Blocks.run(index.dialogs().size(), STAGE, () -> new Share(index, ends, hasRtp), monitor)) {
            calls.addAll(share.calls);
        }
        calls.sort(Comparator.comparingInt(MediaCall::dialog));
        addNotes(index, calls, monitor);
        return calls;
    }
}
