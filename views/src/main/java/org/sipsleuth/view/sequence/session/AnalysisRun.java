package org.sipsleuth.view.sequence.session;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.run.Progress;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceDetector;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.DetectorStatus.Cancelled;
import org.sipsleuth.session.DetectorStatus.Failed;
import org.sipsleuth.session.DetectorStatus.Finished;
import org.sipsleuth.session.DetectorStatus.Running;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the session finds with the model of known dialogs in use. Used on the JavaFX thread.
public final class AnalysisRun {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisRun.class);

    private final ModelInUse models;
    private final SessionModel session;
    private final ReadOnlyObjectWrapper<AnalysisState> state =
            new ReadOnlyObjectWrapper<>(new AnalysisState.NoCapture());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");

    /// @param session runs the detector of the model
    public AnalysisRun(ModelInUse models, SessionModel session) {
        this.models = models;
        this.session = session;
        models.modelProperty().subscribe(this::use);
        session.stateProperty().subscribe(_ -> follow());
    }

    private void use(Optional<SequenceModel> model) {
        session.use(SequenceModel.KIND, model.map(SequenceDetector::new));
        follow();
    }

    /// How it stands.
    public ReadOnlyObjectProperty<AnalysisState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How far the run is, from 0 to 1; below 0 where that is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What the run is doing, in words.
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// The capture that is open, or what of it was read so far.
    public Optional<SipIndex> index() {
        return session.stateProperty().get().index();
    }

    /// Stops the run; nothing is known then.
    public void cancel() {
        session.cancel(SequenceModel.KIND);
    }

    /// Looks again, after it was cancelled or failed.
    public void again() {
        session.again(SequenceModel.KIND);
    }

    private void follow() {
        SessionState now = session.stateProperty().get();
        Optional<DetectorStatus> status = now.status(SequenceModel.KIND);
        Progress run = status.filter(Running.class::isInstance)
                .map(running -> ((Running) running).progress())
                .orElse(new Progress("", 0, 1));
        progress.set(run.fraction());
        stage.set(run.stage());
        AnalysisState next = state(now, status);
        if (!next.equals(state.get())) {
            if (status.orElse(null) instanceof Failed(var cause)) {
                FailureLog.warn(LOG, "The capture cannot be analysed with the model", cause);
            }
            state.set(next);
        }
    }

    private AnalysisState state(SessionState now, Optional<DetectorStatus> status) {
        if (now.index().isEmpty()) {
            return new AnalysisState.NoCapture();
        }
        if (models.modelProperty().get().isEmpty() || status.isEmpty()) {
            return new AnalysisState.NoModel();
        }
        return switch (status.get()) {
            case Running(_, var before) -> new AnalysisState.Running(before.map(AnalysisRun::of));
            case Finished(var result) -> new AnalysisState.Known(of(result));
            case Cancelled _ -> new AnalysisState.Cancelled();
            case Failed(var cause) -> session.faultOf(SequenceModel.KIND)
                    .<AnalysisState>map(AnalysisState.Failed::new)
                    .orElseGet(() -> failed(cause));
        };
    }

    private static SequenceDetection of(Detection detection) {
        return (SequenceDetection) detection;
    }

    private static AnalysisState failed(Throwable cause) {
        return new AnalysisState.Failed(
                text(MemoryFault.isIn(cause) ? "sequence.analysis.failed.memory" : "sequence.analysis.failed.mistake"));
    }
}
