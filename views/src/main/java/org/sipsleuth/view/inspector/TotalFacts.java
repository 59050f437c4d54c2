package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.DialogState;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.fx.UtcTime;

/// Adds up several dialogs.
final class TotalFacts {

    private final DialogTable table;
    private final List<Integer> dialogs;
    private final Map<DialogState, Integer> states = new EnumMap<>(DialogState.class);
    private final Set<Integer> sequences = new HashSet<>();
    private final Set<String> callers = new HashSet<>();
    private final Set<String> callees = new HashSet<>();
    private long messages;
    private long retransmissions;
    private long defective;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private TotalFacts(SipIndex index, List<Integer> dialogs) {
        this.table = index.dialogs();
        this.dialogs = dialogs;
    }

    /// The facts of several dialogs together.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Facts of(SipIndex index, List<Integer> dialogs, RunMonitor monitor) {
        TotalFacts totals = new TotalFacts(index, dialogs);
        for (int dialog : dialogs) {
            monitor.throwIfCancelled();
            totals.add(dialog);
        }
        return totals.facts();
    }

    private void add(int dialog) {
        states.merge(table.state(dialog), 1, Integer::sum);
        sequences.add(table.sequence(dialog));
        callers.add(table.caller(dialog));
        callees.add(table.callee(dialog));
        messages += table.messageCount(dialog);
        retransmissions += table.retransmissionCount(dialog);
        defective += table.defectiveCount(dialog);
        first = Math.min(first, table.startNanos(dialog));
        last = Math.max(last, table.startNanos(dialog) + table.durationNanos(dialog));
    }

    private Facts facts() {
        Facts.Collector facts = new Facts.Collector();
        facts.section(text("inspector.counts"));
        number(facts, "inspector.counts.messages", messages);
        number(facts, "inspector.counts.retransmissions", retransmissions);
        number(facts, "inspector.counts.defective", defective);
        number(facts, "inspector.counts.callers", callers.size());
        number(facts, "inspector.counts.callees", callees.size());
        number(facts, "inspector.counts.sequences", sequences.size());
        facts.section(text("inspector.times"))
                .plain(text("inspector.start"), UtcTime.full(first))
                .plain(text("inspector.end"), UtcTime.full(last))
                .plain(text("inspector.duration"), FactText.span(last - first));
        facts.section(text("inspector.states"));
        states.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(
                        e ->
                                facts.plain(
                                        e.getKey().text(), text("inspector.number", e.getValue())));
        return facts.facts(text("inspector.totals.title", dialogs.size()));
    }

    private static void number(Facts.Collector facts, String key, long value) {
        facts.plain(text(key), text("inspector.number", value));
    }
}
