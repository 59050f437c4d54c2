package org.sipsleuth.view.session.finding;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out in the background which findings rest on each dialog, again whenever a detector of the
/// session has found something else. Used on the JavaFX thread.
public final class FindingRun {

    private static final Logger LOG = LoggerFactory.getLogger(FindingRun.class);

    private final SessionModel session;
    private final Executor background;
    private final ReadOnlyObjectWrapper<DialogFindings> findings =
            new ReadOnlyObjectWrapper<>(DialogFindings.NONE);
    private List<Detection> known = List.of();
    private @Nullable RunTask<DialogFindings> run;

    /// @param background where dialogs are looked up
    public FindingRun(SessionModel session, Executor background) {
        this.session = session;
        this.background = background;
        session.stateProperty().subscribe(_ -> follow());
    }

    /// All findings that are known; can be of an earlier part of the open capture
    /// ([DialogFindings#isOf]).
    public ReadOnlyObjectProperty<DialogFindings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    private void follow() {
        List<Detection> now = session.stateProperty().get().detections();
        if (now.equals(known)) {
            return;
        }
        known = now;
        if (run != null) {
            run.cancel();
            run = null;
        }
        if (now.isEmpty()) {
            findings.set(DialogFindings.NONE);
        } else {
            begin(now);
        }
    }

    private void begin(List<Detection> detections) {
        RunTask<DialogFindings> task = new RunTask<>(monitor -> byDialog(detections, monitor));
        task.setOnSucceeded(_ -> succeed(task));
        task.setOnFailed(
                _ -> FailureLog.warn(LOG, "Findings have no dialogs", task.getException()));
        run = task;
        background.execute(task);
    }

    private void succeed(RunTask<DialogFindings> task) {
        if (task.equals(run)) {
            run = null;
            findings.set(task.getValue());
        }
    }

    /// While a capture grows, detectors know different parts of it: the largest one has
    /// all dialogs.
    private static DialogFindings byDialog(List<Detection> detections, RunMonitor monitor) {
        SipIndex index =
                detections.stream()
                        .map(Detection::index)
                        .max(Comparator.comparingInt(its -> its.messages().size()))
                        .orElseThrow();
        return DialogFindings.of(index, Investigation.of(index, detections).findings(), monitor);
    }
}
