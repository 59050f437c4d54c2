package org.sipsleuth.view.belief.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.SequentialBelief;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;

/// What is believed of the open capture: formed in the background, one run at a time, again when
/// the periods, the tables or the chosen time change. A capture that grows waits for the run
/// before.
public final class Beliefs {

    /// What a run works on.
    private record Job(SipIndex index, PeriodSettings settings, BeliefTables tables, SequentialBelief sequence,
            Optional<TimeRange> time) {

        /// Whether the other wants the same of more of the same capture.
        boolean growsTo(Job other) {
            return files(index).equals(files(other.index)) && !index.equals(other.index)
                    && settings.equals(other.settings) && tables.equals(other.tables) && sequence.equals(other.sequence)
                    && time.equals(other.time);
        }

        private static List<Path> files(SipIndex index) {
            return index.files().stream().map(CaptureSummary::path).toList();
        }

        Believed run(Optional<Believed> before, Optional<ScoredPeriods> detected, RunMonitor monitor) {
            Counted counted = before.map(Believed::counted)
                    .filter(counts -> counts.isOf(index, settings, tables.decay()))
                    .orElseGet(() -> Counted.of(index, settings, tables.decay(), before.map(Believed::counted),
                            detected, monitor));
            return Believed.of(counted, tables, sequence, time, monitor);
        }
    }

    private final Background background;
    private final TablesInUse tables = new TablesInUse();
    private final ReadOnlyObjectWrapper<BeliefState> state = new ReadOnlyObjectWrapper<>(new BeliefState.NoCapture());
    private final ObjectProperty<PeriodSettings> settings =
            new SimpleObjectProperty<>(BeliefSettings.STANDARD.periods());
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private Optional<TimeRange> time = Optional.empty();
    private @Nullable SipIndex index;
    private @Nullable Job job;
    private Background.@Nullable Running running;
    private boolean isOpening;
    private boolean isDetecting;
    private Optional<ScoredPeriods> detected = Optional.empty();

    public Beliefs(SelectionModel selection, Background background) {
        this.background = background;
        selection.selectionProperty().subscribe(this::followTime);
        settings.subscribe(_ -> form());
        tables.tablesProperty().subscribe(_ -> form());
        tables.sequenceProperty().subscribe(_ -> form());
        wanted.subscribe(_ -> form());
    }

    /// How it stands.
    public ReadOnlyObjectProperty<BeliefState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// When periods end.
    public ObjectProperty<PeriodSettings> settingsProperty() {
        return settings;
    }

    /// Whether somebody wants to know; nothing is counted before.
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /// What a file may replace that is saved beside the capture shown, once a dialog has asked.
    public OutputRules outputRules() {
        return index == null ? OutputRules.CONFIRMED : ExportOutput.confirmed(index);
    }

    /// The capture that is looked at.
    public Optional<SipIndex> index() {
        return Optional.ofNullable(index);
    }

    /// The tables.
    public TablesInUse tables() {
        return tables;
    }

    /// Looks at this capture from now on.
    public void show(SipIndex snapshot) {
        index = snapshot;
        form();
    }

    /// No capture is open any more.
    public void showNothing() {
        stop();
        index = null;
        state.set(new BeliefState.NoCapture());
    }

    /// Stops the counting.
    public void cancel() {
        if (state.get() instanceof BeliefState.Counting) {
            stop();
            state.set(new BeliefState.Stopped());
        }
    }

    /// Begins again, after it was stopped.
    public void again() {
        state.set(new BeliefState.NoCapture());
        form();
    }

    /// Counts nothing while the detector counts the same, and then takes what it counted.
    ///
    /// @param isRunning whether it is running
    /// @param counted what it counted last
    public void follow(boolean isRunning, Optional<ScoredPeriods> counted) {
        isDetecting = isRunning;
        detected = counted;
        form();
    }

    private void followTime(Selection chosen) {
        if (!chosen.time().equals(time)) {
            time = chosen.time();
            form();
        }
    }

    private void form() {
        SipIndex open = index;
        if (open == null || !wanted.get() || state.get() instanceof BeliefState.Stopped) {
            return;
        }
        SipIndex now = lookedAt(open);
        Optional<BeliefTables> these = tables.tablesProperty().get();
        if (these.isEmpty()) {
            state.set(new BeliefState.Counting(state.get().believed()));
            openTables();
            return;
        }
        Job next = new Job(now, settings.get(), these.get(), tables.sequenceProperty().get(), time);
        if (next.equals(job) || (running != null && job != null && job.growsTo(next))) {
            return;
        }
        if (isDetecting && !isCounted(now)) {
            state.set(new BeliefState.Counting(state.get().believed()));
            return; // the detector counts the same
        }
        stop();
        run(next);
    }

    /// While a capture grows, the part that the detector has looked at: it looks again after a pause.
    private SipIndex lookedAt(SipIndex open) {
        return detected.map(counted -> counted.periods().events().index())
                .filter(part -> Detection.isSame(part, open))
                .orElse(open);
    }

    private boolean isCounted(SipIndex open) {
        return state.get().believed().filter(believed -> believed.counted().index().equals(open)).isPresent();
    }

    private void openTables() {
        if (!isOpening) {
            isOpening = true;
            background.<Map<TableChoice, BeliefTables>>run(_ -> TableChoice.shipped(), tables::offer, _ -> fail());
        }
    }

    private void run(Job next) {
        Optional<Believed> before = state.get().believed();
        Optional<ScoredPeriods> counted = detected;
        job = next;
        state.set(new BeliefState.Counting(before));
        running = background.run(monitor -> next.run(before, counted, monitor), believed -> {
            running = null;
            state.set(new BeliefState.Known(believed));
            form();
        }, _ -> fail());
    }

    private void fail() {
        running = null;
        state.set(new BeliefState.Failed());
    }

    private void stop() {
        job = null;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
