package org.sipsleuth.dialog.statistics;

import org.sipsleuth.dialog.SipIndex;

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

    /// Those counted so far.
    public CallTotals totals() {
        return counter.totals();
    }
}
