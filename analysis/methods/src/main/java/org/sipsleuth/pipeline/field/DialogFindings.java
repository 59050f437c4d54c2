package org.sipsleuth.pipeline.field;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.run.RunMonitor;

/// The findings that rest on each dialog of a capture. Immutable.
public final class DialogFindings {

    /// Nothing was found yet, in no capture.
    public static final DialogFindings NONE = new DialogFindings(null, List.of(), new int[1], null);

    private final @Nullable SipIndex index;
    private final List<Finding> findings;

    /// Where the places of each dialog's findings begin in the other array; one more at the end.
    private final int[] starts;

    private final int[] places;

    private DialogFindings(
            @Nullable SipIndex index, List<Finding> findings, int[] starts, int @Nullable [] of) {
        this.index = index;
        this.findings = findings;
        this.starts = starts;
        this.places = of == null ? new int[0] : of;
    }

    /// The findings of a capture by its dialogs. Cost: the messages and dialogs of all findings.
    ///
    /// @param findings in the order in which they are shown, the most severe first
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogFindings of(SipIndex index, List<Finding> findings, RunMonitor monitor) {
        int[] starts = new int[index.dialogs().size() + 1];
        List<int[]> dialogs = new ArrayList<>();
        for (Finding finding : findings) {
            monitor.throwIfCancelled();
            int[] its = finding.evidence().dialogs(index);
            dialogs.add(its);
            for (int dialog : its) {
                starts[dialog + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] places = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int place = 0; place < dialogs.size(); place++) {
            for (int dialog : dialogs.get(place)) {
                places[next[dialog]++] = place;
            }
        }
        return new DialogFindings(index, List.copyOf(findings), starts, places);
    }

    /// All of them, in order.
    public List<Finding> all() {
        return findings;
    }

    /// The findings that rest on a dialog, in order; none where that is not known.
    public List<Finding> of(int dialog) {
        if (dialog + 1 >= starts.length) {
            return List.of();
        }
        int from = starts[dialog];
        int size = starts[dialog + 1] - from;
        return new AbstractList<>() {
            @Override
            public Finding get(int i) {
                return findings.get(places[from + i]);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /// How grave the gravest of them is.
    public Optional<Severity> gravest(int dialog) {
        return of(dialog).stream().map(Finding::severity).max(Severity::compareTo);
    }

    /// Whether they are of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    public boolean isOf(SipIndex other) {
        return index != null && Detection.isSame(index, other);
    }
}
