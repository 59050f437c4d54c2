package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.BeliefTrainer;
import org.sipsleuth.belief.detection.BeliefDetection;
import org.sipsleuth.belief.detection.BeliefDetector;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.model.Training;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.view.session.SessionModel;

/// Has the session look for attacks with the tables and periods that the page uses, whatever time
/// is chosen, and gives what it finds.
public final class FoundBeliefs {

    private static final String PROGRAM = "SipSleuth";

    private final Beliefs beliefs;
    private final TablesInUse tables;
    private final SessionModel session;
    private final Background background;
    private final Consumer<ReadOnlyDoubleProperty> began;
    private final ReadOnlyObjectWrapper<Optional<BeliefDetection>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

    /// What the last run counted, for the next one; nothing once the capture is closed.
    private final AtomicReference<Optional<ScoredPeriods>> last = new AtomicReference<>(Optional.empty());

    private Optional<ModelIdentity> inUse = Optional.empty();
    private boolean isRunning;
    private Background.@Nullable Running running;

    /// @param background where models are opened
    /// @param began gets the progress of a run that has begun, from 0 to 1; below 0 where that is
    ///     not known
    public FoundBeliefs(Beliefs beliefs, SessionModel session, Background background,
            Consumer<ReadOnlyDoubleProperty> began) {
        this.beliefs = beliefs;
        tables = beliefs.tables();
        this.session = session;
        this.background = background;
        this.began = began;
        tables.tablesProperty().subscribe(_ -> use());
        beliefs.settingsProperty().subscribe(_ -> use());
        session.stateProperty().subscribe(_ -> follow());
    }

    /// The findings; empty until they are known.
    public ReadOnlyObjectProperty<Optional<BeliefDetection>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    private void follow() {
        Optional<DetectorStatus> status = session.stateProperty().get().status(BeliefModel.KIND);
        if (status.orElse(null) instanceof DetectorStatus.Running(var run, _)) {
            progress.set(run.fraction());
            if (!isRunning) {
                began.accept(progress.getReadOnlyProperty());
            }
        }
        isRunning = status.orElse(null) instanceof DetectorStatus.Running;
        Optional<BeliefDetection> now = status.flatMap(DetectorStatus::detection).map(BeliefDetection.class::cast);
        if (!now.equals(found.get())) {
            found.set(now);
        }
        last.set(now.map(BeliefDetection::scored));
        beliefs.follow(isRunning, last.get());
    }

    /// Uses the tables as they are now.
    private void use() {
        if (running != null) {
            running.cancel();
        }
        Optional<BeliefTables> these = tables.tablesProperty().get();
        PeriodSettings length = beliefs.settingsProperty().get();
        String name = these.map(network -> tables.isChanged() ? changed(network) : network.name()).orElse("");
        Optional<PeriodNovelty> novelty = tables.novelty();
        running = background.run(_ -> model(these, novelty, length, name), this::use, _ -> useNone());
    }

    private void useNone() {
        inUse = Optional.empty();
        session.use(BeliefModel.KIND, Optional.empty());
    }

    private void use(BeliefModel model) {
        Optional<ModelIdentity> next = Optional.of(model.identity());
        if (!next.equals(inUse)) {
            inUse = next;
            session.use(BeliefModel.KIND, Optional.of(new BeliefDetector(model, last::get)));
        }
    }

    private static String changed(BeliefTables its) {
        return text("belief.tables.changed", its.name());
    }

    /// The model that comes with the program, if nothing of it was changed; else one of the tables.
    ///
    /// @param novelty what is normal of periods, if another capture than those of the program says so
    private static BeliefModel model(Optional<BeliefTables> tables, Optional<PeriodNovelty> novelty,
            PeriodSettings periods, String name) throws IOException {
        BeliefModel shipped = BeliefModel.open(new BeliefMethod().shipped());
        BeliefSettings settings = shipped.settings();
        boolean isSame = tables.isEmpty() || shipped.tables().equals(tables.get());
        boolean areComparable = settings.periods().equals(periods);
        if (isSame && areComparable) {
            return shipped;
        }
        return BeliefTrainer.of(tables.orElseGet(shipped::tables),
                areComparable ? novelty.or(shipped::novelty) : Optional.empty(),
                new BeliefSettings(periods, settings.sources(), settings.learning(), settings.thresholds()),
                new TrainingFacts(name, text("belief.tables.model"), List.of(),
                        new Training.Origin(PROGRAM, Instant.EPOCH, "")),
                0);
    }
}
