package org.sipsleuth.view.session.finding;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out in the background which findings and incidents rest on each dialog, again whenever a
/// detector of the session has found something else. Used on the JavaFX thread.
public final class FindingRun {

    private static final Logger LOG = LoggerFactory.getLogger(FindingRun.class);

    private final Executor background;
    private final ReadOnlyObjectWrapper<DialogFindings> findings = new ReadOnlyObjectWrapper<>(DialogFindings.NONE);
    private final ReadOnlyObjectWrapper<DialogIncidents> incidents = new ReadOnlyObjectWrapper<>(DialogIncidents.NONE);
    private @Nullable RunTask<Found> run;

    /// @param found what the detectors found, joined
    /// @param background where dialogs are looked up
    public FindingRun(ObservableValue<Optional<Investigation>> found, Executor background) {
        this.background = background;
        found.subscribe(this::follow);
    }

    /// All findings that are known; can be of an earlier part of the open capture
    /// ([DialogFindings#isOf]).
    public ReadOnlyObjectProperty<DialogFindings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /// All incidents that are known; can be of an earlier part of the open capture
    /// ([DialogIncidents#isOf]).
    public ReadOnlyObjectProperty<DialogIncidents> incidentsProperty() {
        return incidents.getReadOnlyProperty();
    }

    private void follow(Optional<Investigation> now) {
        if (run != null) {
            run.cancel();
            run = null;
        }
        now.ifPresentOrElse(this::begin, () -> show(Found.NOTHING));
    }

    private void begin(Investigation investigation) {
        RunTask<Found> task = new RunTask<>(monitor -> byDialog(investigation, monitor));
        task.setOnSucceeded(_ -> succeed(task));
        task.setOnFailed(_ -> FailureLog.warn(LOG, "Findings have no dialogs", task.getException()));
        run = task;
        background.execute(task);
    }

    private void succeed(RunTask<Found> task) {
        if (task.equals(run)) {
            run = null;
            show(task.getValue());
        }
    }

    private void show(Found found) {
        findings.set(found.findings());
        incidents.set(found.incidents());
    }

    private record Found(DialogFindings findings, DialogIncidents incidents) {
        static final Found NOTHING = new Found(DialogFindings.NONE, DialogIncidents.NONE);
    }

    private static Found byDialog(Investigation investigation, RunMonitor monitor) {
        SipIndex index = investigation.index();
        return new Found(DialogFindings.of(index, investigation.findings(), monitor),
                DialogIncidents.of(index, investigation.incidents(), monitor));
    }
}
