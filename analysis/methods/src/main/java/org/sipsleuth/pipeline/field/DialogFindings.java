package org.sipsleuth.pipeline.field;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;

/// The findings that rest on each dialog of a capture. Immutable.
public final class DialogFindings {

    /// Nothing was found yet, in no capture.
    public static final DialogFindings NONE = new DialogFindings(CitedDialogs.none());

    private final CitedDialogs<Finding> findings;

    private DialogFindings(CitedDialogs<Finding> findings) {
        this.findings = findings;
    }

    /// The findings of a capture by its dialogs. Cost: the messages and dialogs of all findings.
    ///
    /// @param findings in the order in which they are shown, the most severe first
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogFindings of(SipIndex index, List<Finding> findings, RunMonitor monitor) {
        return new DialogFindings(CitedDialogs.of(index, findings, Finding::evidence, monitor));
    }

    /// All of them, in order.
    public List<Finding> all() {
        return findings.all();
    }

    /// The findings that rest on a dialog, in order; none where that is not known.
    public List<Finding> of(int dialog) {
        return findings.of(dialog);
    }

    /// How grave the gravest of them is.
    public Optional<Severity> gravest(int dialog) {
        return of(dialog).stream().map(Finding::severity).max(Severity::compareTo);
    }

    /// What cites each dialog: of each finding what the function gives.
    <C> CitedDialogs<C> citing(BiFunction<Finding, SipIndex, Stream<C>> citations, Function<C, Evidence> evidence) {
        return findings.citing(citations, evidence);
    }

    /// Whether they are of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    public boolean isOf(SipIndex other) {
        return findings.isOf(other);
    }
}
