package org.sipsleuth.view.triage;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.triage.SimilarDialog;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageQueue;

/// What is shown about a row beside its place in the queue.
///
/// @param similar the known dialog it is compared with
/// @param callers From URIs
/// @param callees To URIs
/// @param agents User-Agents
/// @param fromNanos when the first of its dialogs begins, in ns since the epoch
/// @param toNanos when the last of them ends
/// @param others what else was found about its dialogs, the most severe first
record TriageDetails(TriageItem item, Optional<SimilarDialog> similar, Names callers, Names callees, Names agents,
        long fromNanos, long toNanos, List<Other> others) {

    private static final int MOST_FINDINGS = 8;

    /// Different names of some dialogs.
    ///
    /// @param first that of the first dialog that has one; empty if none has
    /// @param more how many others there are
    record Names(String first, int more) {}

    /// What else was found about some of the dialogs.
    ///
    /// @param dialogs all that the finding rests on, in order
    record Other(Finding finding, List<Integer> dialogs) {}

    TriageDetails {
        others = List.copyOf(others);
    }

    /// Gathers them. Cost: the dialogs of the row, and those of the findings.
    ///
    /// @param found what was found in the capture
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static TriageDetails of(TriageQueue queue, TriageItem item, Optional<Investigation> found, RunMonitor monitor) {
        SipIndex index = queue.index();
        DialogTable table = index.dialogs();
        int[] dialogs = item.dialogs().stream().mapToInt(each -> each).toArray();
        return new TriageDetails(item, queue.similar(item), names(dialogs, table::callerNumber, table::name),
                names(dialogs, table::calleeNumber, table::name), names(dialogs, table::userAgentNumber, table::name),
                IntStream.of(dialogs).mapToLong(table::startNanos).min().orElse(0),
                IntStream.of(dialogs)
                        .mapToLong(each -> table.startNanos(each) + table.durationNanos(each))
                        .max()
                        .orElse(0),
                found.map(all -> others(item, dialogs, all, monitor)).orElse(List.of()));
    }

    private static Names names(int[] dialogs, IntUnaryOperator number, IntFunction<String> name) {
        int[] different = IntStream.of(dialogs).map(number).filter(value -> value >= 0).distinct().toArray();
        return different.length == 0 ? new Names("", 0) : new Names(name.apply(different[0]), different.length - 1);
    }

    private static List<Other> others(TriageItem item, int[] dialogs, Investigation found, RunMonitor monitor) {
        return found.findings()
                .stream()
                .peek(_ -> monitor.throwIfCancelled())
                .filter(each -> item.reason().findings().stream().noneMatch(finding -> finding.id().equals(each.id())))
                .map(each -> new Other(each, IntStream.of(each.evidence().dialogs(found.index())).boxed().toList()))
                .filter(each -> IntStream.of(dialogs)
                        .anyMatch(dialog -> Collections.binarySearch(each.dialogs(), dialog) >= 0))
                .limit(MOST_FINDINGS)
                .toList();
    }
}
