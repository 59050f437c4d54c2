package org.sipsleuth.pipeline.field;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;

/// The incidents that rest on each dialog of a capture. Immutable.
public final class DialogIncidents {

    /// There is none yet, of no capture.
    public static final DialogIncidents NONE = new DialogIncidents(CitedDialogs.none());

    private final CitedDialogs<Incident> incidents;

    private DialogIncidents(CitedDialogs<Incident> incidents) {
        this.incidents = incidents;
    }

    /// The incidents of a capture by its dialogs. Cost: the messages and dialogs of all incidents.
    ///
    /// @param incidents the most severe first
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogIncidents of(SipIndex index, List<Incident> incidents, RunMonitor monitor) {
        return new DialogIncidents(CitedDialogs.of(index, incidents, Incident::evidence, monitor));
    }

    /// All of them, the most severe first.
    public List<Incident> all() {
        return incidents.all();
    }

    /// The incidents that rest on a dialog, the most severe first; none where that is not known.
    public List<Incident> of(int dialog) {
        return incidents.of(dialog);
    }

    /// What cites each dialog: of each incident what the function gives.
    <C> CitedDialogs<C> citing(BiFunction<Incident, SipIndex, Stream<C>> citations, Function<C, Evidence> evidence) {
        return incidents.citing(citations, evidence);
    }

    /// Whether they are of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    public boolean isOf(SipIndex other) {
        return incidents.isOf(other);
    }
}
