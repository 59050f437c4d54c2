package org.sipsleuth.dialog.statistics;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Counts the calls of dialogs, one dialog after the other. For one thread.
public final class CallReader {

    private final MessageTable messages;
    private final DialogPass pass;
    private final CallTotals.Counter counter = new CallTotals.Counter();

    public CallReader(SipIndex index) {
        messages = index.messages();
        pass = new DialogPass(index, StatisticsScope.ALL);
    }

    /// Counts the calls of a dialog. Cost: its messages.
    ///
    /// @return whether it has any: an INVITE that begins one
    public boolean read(int dialog) {
        long before = counter.count();
        pass.calls(dialog, (_, outcome, talkNanos) -> counter.add(dialog, outcome, talkNanos));
        return counter.count() > before;
    }

    /// A call of a dialog.
    ///
    /// @param atNanos when its first INVITE was captured, in ns since the epoch
    public record Call(long atNanos, DialogOutcome outcome) {}

    /// The calls of a dialog, in their order, without counting them. Cost: its messages.
    public List<Call> calls(int dialog) {
        List<Call> calls = new ArrayList<>();
        pass.calls(dialog,
                (call, outcome, _) -> calls.add(new Call(messages.capturedAtNanos(call.request()), outcome)));
        return List.copyOf(calls);
    }

    /// Those counted so far.
    public CallTotals totals() {
        return counter.totals();
    }
}
