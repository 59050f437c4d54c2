package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.finding.FindingSections;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.UtcTime;

/// Adds up several dialogs.
final class TotalFacts {

    /// How many classes and attacks are listed.
    private static final int MOST_CLASSES = 20;

    private final DialogTable table;
    private final OutcomeReader reader;
    private final List<Integer> dialogs;
    private final InspectorData data;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final Map<String, Integer> outcomes = new LinkedHashMap<>();
    private final Set<Integer> sequences = new HashSet<>();
    private final Set<String> callers = new HashSet<>();
    private final Set<String> callees = new HashSet<>();
    private long messages;
    private long retransmissions;
    private long defective;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private TotalFacts(SipIndex index, List<Integer> dialogs, InspectorData data) {
        this.data = data;
        this.table = index.dialogs();
        this.reader = new OutcomeReader(index);
        this.dialogs = dialogs;
    }

    /// The facts of several dialogs together.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Facts of(SipIndex index, List<Integer> dialogs, InspectorData data, RunMonitor monitor) {
        TotalFacts totals = new TotalFacts(index, dialogs, data);
        for (int dialog : dialogs) {
            monitor.throwIfCancelled();
            totals.add(dialog);
        }
        return totals.facts(monitor);
    }

    private void add(int dialog) {
        outcomes.merge(reader.of(dialog).text(), 1, Integer::sum);
        data.truth()
                .flatMap(truth -> truth.ofDialog(dialog))
                .ifPresent(label -> classes.merge(TruthWords.of(label), 1, Integer::sum));
        sequences.add(table.sequence(dialog));
        callers.add(table.caller(dialog));
        callees.add(table.callee(dialog));
        messages += table.messageCount(dialog);
        retransmissions += table.retransmissionCount(dialog);
        defective += table.defectiveCount(dialog);
        first = Math.min(first, table.startNanos(dialog));
        last = Math.max(last, table.startNanos(dialog) + table.durationNanos(dialog));
    }

    private Facts facts(RunMonitor monitor) {
        Facts.Collector facts = new Facts.Collector();
        new FindingSections(data.methods(), data.detections(), data.misfits(), facts).addDialogs(dialogs, monitor);
        facts.section(text("inspector.counts"));
        number(facts, text("inspector.counts.messages"), messages);
        number(facts, text("inspector.counts.retransmissions"), retransmissions);
        number(facts, text("inspector.counts.defective"), defective);
        number(facts, text("inspector.counts.callers"), callers.size());
        number(facts, text("inspector.counts.callees"), callees.size());
        number(facts, text("inspector.counts.sequences"), sequences.size());
        facts.section(text("inspector.times")).plain(text("inspector.start"), UtcTime.full(first));
        if (dialogs.stream().allMatch(table::isTimed)) {
            facts.plain(text("inspector.end"), UtcTime.full(last))
                    .plain(text("inspector.duration"), FactText.span(last - first));
        }
        facts.section(text("inspector.states"));
        outcomes.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> number(facts, e.getKey(), e.getValue()));
        facts.section(text("inspector.truth"));
        classes.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CLASSES)
                .forEach(e -> number(facts, e.getKey(), e.getValue()));
        return facts.facts(text("inspector.totals.title", dialogs.size()));
    }

    private static void number(Facts.Collector facts, String name, long value) {
        facts.plain(name, text("inspector.number", value));
    }
}
