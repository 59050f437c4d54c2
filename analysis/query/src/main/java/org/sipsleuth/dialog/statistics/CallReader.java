package org.sipsleuth.dialog.statistics;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogCalls;
import org.sipsleuth.dialog.sight.Sight;

/// Counts the calls of dialogs, one dialog after the other. For one thread.
public final class CallReader {

    private final DialogCalls calls;
    private final CallTotals.Counter counter = new CallTotals.Counter();

    public CallReader(SipIndex index) {
        calls = new DialogCalls(new Sight(index));
    }

    /// Counts the calls of a dialog. Cost: its messages.
    ///
    /// @return whether it has any: an INVITE that begins one
    public boolean read(int dialog) {
        List<DialogCalls.Call> its = calls.of(dialog);
        its.forEach(call -> counter.add(dialog, call.outcome(), call.talkNanos()));
        return !its.isEmpty();
    }

    /// Those counted so far.
    public CallTotals totals() {
        return counter.totals();
    }
}
