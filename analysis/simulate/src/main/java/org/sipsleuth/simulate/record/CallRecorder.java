package org.sipsleuth.simulate.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.network.Tap;
import org.sipsleuth.truth.Telling;
import org.sipsleuth.truth.write.TruthWriter;

/// Makes a record of each call whose messages pass, and writes it when the call is over: so only
/// calls that go on are kept in memory.
public final class CallRecorder implements Tap {

    private final RecordFile file;
    private final TruthWriter truth;
    private final Map<String, CallRecord> open = new LinkedHashMap<>();

    /// @param truth is told of each record, with its row in the place of a frame
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
        if (call.take(signal, atNanos, from)) {
            open.remove(signal.callId);
            write(call);
        }
    }

    private void write(CallRecord call) {
        file.append(call);
        Telling told = new Telling(call.label, call.callId, call.caller, call.callee, List.of());
        truth.message(file.records(), call.startNanos, told);
    }

    /// Writes the calls that go on.
    public void finish() {
        open.values().forEach(this::write);
        open.clear();
    }
}
