package org.sipsleuth.view.session.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins in the background what the detectors of the session have found, again whenever one of them
/// has found something else. A run that has begun is completed, and the next one joins all that was
/// found until then: a capture that grows shows its incidents as they form. Where a detector was
/// replaced, say by another model of its method, what the one before found in the same capture
/// counts until the new one has ended. Used on the JavaFX thread.
public final class InvestigationRun {

    private static final Logger LOG = LoggerFactory.getLogger(InvestigationRun.class);

    private final Executor background;
    private final ReadOnlyObjectWrapper<Optional<Investigation>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Known known = new Known(List.of(), List.of());

    /// What there is to be joined.
    private record Known(List<Detection> detections, List<Fault> faults) {}

    /// What counts of each method.
    private Map<String, Detection> latest = Map.of();

    private @Nullable RunTask<Investigation> run;

    /// @param background where findings are joined
    public InvestigationRun(SessionModel session, Executor background) {
        this.background = background;
        session.stateProperty().subscribe(this::follow);
    }

    /// What is known; empty before the first detector has finished. Can be of an earlier part of
    /// the open capture.
    public ReadOnlyObjectProperty<Optional<Investigation>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Whether findings are being joined that [#foundProperty] does not have yet.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    private void follow(SessionState state) {
        Known all = new Known(detections(state), state.faults());
        List<Detection> now = all.detections();
        latest = byMethod(now);
        if (all.equals(known)) {
            return;
        }
        known = all;
        if (now.isEmpty()) {
            stop();
            found.set(Optional.empty());
        } else if (run == null) {
            begin();
        } else if (!isOfSameCapture(now)) {
            stop();
            found.set(Optional.empty());
            begin();
        }
    }

    private List<Detection> detections(SessionState state) {
        return state.runs().stream()
                .map(run -> run.status().detection().or(() -> before(state, run)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Detection> before(SessionState state, SessionState.DetectorRun run) {
        return Optional.ofNullable(latest.get(run.detector().name()))
                .filter(_ -> run.status() instanceof DetectorStatus.Running)
                .filter(its -> state.index().filter(now -> isSame(its, now)).isPresent());
    }

    private static boolean isSame(Detection before, SipIndex now) {
        return Detection.isSame(before.index(), now);
    }

    private static Map<String, Detection> byMethod(List<Detection> detections) {
        return detections.stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                its -> its.origin().detector(), its -> its, (one, _) -> one));
    }

    private boolean isOfSameCapture(List<Detection> now) {
        return found.get()
                .map(before -> Detection.isSame(before.index(), now.getFirst().index()))
                .orElse(true);
    }

    private void begin() {
        Known all = known;
        RunTask<Investigation> task = new RunTask<>(_ -> join(all));
        task.setOnSucceeded(_ -> end(task, all));
        task.setOnFailed(
                _ -> {
                    FailureLog.warn(LOG, "Findings were not joined", task.getException());
                    if (task.equals(run)) {
                        stop();
                    }
                });
        run = task;
        running.set(true);
        background.execute(task);
    }

    private void end(RunTask<Investigation> task, Known joined) {
        if (!task.equals(run)) {
            return;
        }
        run = null;
        found.set(Optional.of(task.getValue()));
        if (joined.equals(known)) {
            running.set(false);
        } else {
            begin();
        }
    }

    private void stop() {
        if (run != null) {
            run.cancel();
            run = null;
        }
        running.set(false);
    }

    /// While a capture grows, detectors know different parts of it: the largest one has all
    /// messages.
    private static Investigation join(Known all) {
        SipIndex index =
                all.detections().stream()
                        .map(Detection::index)
                        .max(Comparator.comparingInt(its -> its.messages().size()))
                        .orElseThrow();
        return Investigation.of(index, all.detections(), all.faults());
    }
}
