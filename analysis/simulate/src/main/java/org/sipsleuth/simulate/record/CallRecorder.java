package org.sipsleuth.simulate.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.network.Tap;
import org.sipsleuth.truth.GroundTruthEntry;
import org.sipsleuth.truth.MessageFacts;
import org.sipsleuth.truth.write.TruthWriter;

/// Creates a record of each call seen, and writes it when the call ends: only calls in progress are
/// kept in memory.
public final class CallRecorder implements Tap {

    private final RecordFile file;
    private final TruthWriter truth;
    private final Map<String, CallRecord> open = new LinkedHashMap<>();

    /// @param truth receives each record, with its row number as the frame number
    public CallRecorder(RecordFile file, TruthWriter truth) {
        this.file = file;
        this.truth = truth;
    }

    @Override
    public void pass(long atNanos, Signal signal, Socket from, Socket to) {
        CallRecord call = open.get(signal.callId);
        if (call == null) {
            if (!signal.isRequest("INVITE")) {
                return;
            }
            call = new CallRecord(signal, atNanos, from);
            open.put(signal.callId, call);
        }
        if (call.add(signal, atNanos, from)) {
            open.remove(signal.callId);
            write(call);
        }
    }

    private void write(CallRecord call) {
        file.append(call);
        MessageFacts facts = new MessageFacts(true, false, "INVITE", call.status(), NameAddress.userOf(call.caller),
                NameAddress.userOf(call.callee));
        GroundTruthEntry entry =
                new GroundTruthEntry(call.label, call.callId, call.caller, call.callee, facts, List.of());
        truth.message(file.records(), call.startNanos, entry);
    }

    /// Writes the calls in progress.
    public void finish() {
        open.values().forEach(this::write);
        open.clear();
    }
}
