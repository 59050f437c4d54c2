package org.sipsleuth.dialog.statistics;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Counts the calls of dialogs, one dialog after the other. For one thread.
public final class CallReader {

    private final DialogPass pass;
    private final CallTotals.Counter counter = new CallTotals.Counter();

    public CallReader(SipIndex index) {
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

    /// The outcomes of the calls of a dialog, in their order, without counting them. Cost: its
    /// messages.
    public List<DialogOutcome> outcomes(int dialog) {
        List<DialogOutcome> outcomes = new ArrayList<>();
        pass.calls(dialog, (_, outcome, _) -> outcomes.add(outcome));
        return List.copyOf(outcomes);
    }

    /// Those counted so far.
    public CallTotals totals() {
        return counter.totals();
    }
}
