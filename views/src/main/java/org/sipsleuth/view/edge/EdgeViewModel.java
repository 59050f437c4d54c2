package org.sipsleuth.view.edge;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.advice.Advice;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.advice.Recommendations;
import org.sipsleuth.edge.advice.Snippet;
import org.sipsleuth.edge.advice.Snippets;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.edge.advice.AdviceState;
import org.sipsleuth.view.edge.run.AttackClass;
import org.sipsleuth.view.edge.run.Comparison;
import org.sipsleuth.view.edge.run.EdgeWork;
import org.sipsleuth.view.edge.run.Effect;
import org.sipsleuth.view.edge.run.InputPreparation;
import org.sipsleuth.view.edge.run.InputSettings;

/// What the page shows: replays of the open capture with the protections that are on, what each
/// does alone, and recommendations. Replays only while the page is in view. Used on one thread.
final class EdgeViewModel {

    /// How far the page is.
    enum Phase {
        NO_CAPTURE, LOADING, NO_TRAFFIC, KNOWN, STOPPED, FAILED
    }

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NO_CAPTURE);
    private final ReadOnlyObjectWrapper<List<Incident>> incidents = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Effect>> effects = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<AdviceState> advice = new ReadOnlyObjectWrapper<>(new AdviceState.Waiting());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper truthShown = new ReadOnlyBooleanWrapper();
    private final BooleanProperty inSight = new SimpleBooleanProperty();
    private final ObjectProperty<EdgeSettings> settings = new SimpleObjectProperty<>(EdgeSettings.USUAL);
    private final ObjectProperty<InputSettings> inputs = new SimpleObjectProperty<>(InputSettings.USUAL);
    private final ObjectProperty<Double> mostLost = new SimpleObjectProperty<>(Recommendations.MOST_LOST);
    private final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /// Held, because a binding that nobody holds is collected and never heard of again.
    private final ObservableValue<Boolean> settling;

    private final InputPreparation preparation = new InputPreparation();
    private final Step<ReplayInput> inputStep;
    private final Step<Comparison> comparisonStep;
    private final Step<List<Effect>> effectStep;
    private final Step<Advice> adviceStep;

    private Optional<SipIndex> index = Optional.empty();
    private Optional<IndexTruth> truth = Optional.empty();
    private Optional<IntPredicate> anomalous = Optional.empty();
    private List<Protection> own = Protection.basic();
    private boolean isStopped;
    private int version;
    private @Nullable ReplayInput input;

    /// @param investigation what the detectors found
    /// @param settling whether that is not all yet
    EdgeViewModel(ObservableValue<SessionState> session, ObservableValue<Optional<Investigation>> investigation,
            ObservableValue<Boolean> settling, EdgeWork work) {
        this.settling = settling;
        inputStep = new Step<>(work, EdgeWork.Kind.REPLAY, this::showInput, this::fail);
        comparisonStep = new Step<>(work, EdgeWork.Kind.REPLAY, this::showComparison, this::fail);
        effectStep = new Step<>(work, EdgeWork.Kind.REPLAY, this::showEffects, this::fail);
        adviceStep = new Step<>(work, EdgeWork.Kind.ADVICE,
                advice -> showAdvice(new AdviceState.Known(advice.at(mostLost.get()))),
                () -> showAdvice(new AdviceState.Failed()));
        session.subscribe(this::follow);
        investigation.subscribe(found -> learn(found, session.getValue().detections()));
        settling.subscribe(_ -> refresh());
        settings.subscribe(_ -> {
            isStopped = false;
            refresh();
        });
        inputs.subscribe(_ -> change());
        mostLost.subscribe(this::acceptLoss);
        chosen.subscribe(_ -> change());
        inSight.subscribe(_ -> refresh());
    }

    private void follow(SessionState state) {
        if (state.index().equals(index)) {
            refresh();
            return;
        }
        boolean isOther =
                index.isEmpty() || state.index().isEmpty() || !Detection.isSame(index.get(), state.index().get());
        index = state.index();
        if (isOther) {
            forget();
        }
        change();
    }

    private void forget() {
        List.of(inputStep, comparisonStep, effectStep, adviceStep).forEach(Step::reset);
        preparation.forget();
        input = null;
        comparison.set(Optional.empty());
        effects.set(List.of());
        advice.set(new AdviceState.Waiting());
        phase.set(index.isEmpty() ? Phase.NO_CAPTURE : Phase.LOADING);
    }

    private void learn(Optional<Investigation> found, List<Detection> detections) {
        anomalous = detections.stream()
                .filter(detection -> index.filter(detection.index()::equals).isPresent())
                .flatMap(detection -> detection.anomalousMessages().stream())
                .findFirst();
        incidents.set(found.map(Investigation::incidents).orElse(List.of()));
        boolean isThere = chosen.get()
                .filter(id -> incidents.get().stream().anyMatch(incident -> incident.id().equals(id)))
                .isPresent();
        if (chosen.get().isPresent() && !isThere) {
            chosen.set(Optional.empty());
        }
        change();
    }

    /// Shows the ground truth, or hides it.
    void showTruth(Optional<IndexTruth> shown) {
        truth = shown;
        change();
    }

    /// What is replayed has changed.
    private void change() {
        version++;
        truthShown.set(knownTruth().isPresent());
        isStopped = false;
        refresh();
    }

    private Optional<IndexTruth> knownTruth() {
        return truth.filter(truth -> index.filter(truth.index()::equals).isPresent());
    }

    private AttackClass attackClass() {
        Optional<AttackClass> one = chosen.get()
                .flatMap(id -> incidents.get().stream().filter(incident -> incident.id().equals(id)).findFirst())
                .map(AttackClass.One::new);
        return one.or(() -> knownTruth().map(AttackClass.Truth::new))
                .orElseGet(() -> new AttackClass.Incidents(incidents.get()));
    }

    /// Begins whatever is missing.
    private void refresh() {
        if (!inSight.get() || index.isEmpty() || isStopped) {
            return;
        }
        SipIndex open = index.get();
        AttackClass its = attackClass();
        InputSettings border = inputs.get();
        Optional<IntPredicate> scored = anomalous;
        boolean begins = inputStep.want(new Step.Key(version, Optional.empty()),
                monitor -> preparation.prepare(open, border, its, scored, monitor));
        if (begins) {
            input = null;
            comparisonStep.stop();
            effectStep.stop();
            adviceStep.stop();
            if (phase.get() != Phase.KNOWN) {
                phase.set(Phase.LOADING);
            }
        }
        replay(its);
        showRunning();
    }

    private void replay(AttackClass its) {
        ReplayInput replayed = input;
        if (replayed == null || replayed.traffic().ingressCount() == 0) {
            return;
        }
        EdgeSettings now = settings.get();
        EdgeSettings unprotected = now.with(List.of());
        List<Incident> known = incidents.get();
        comparisonStep.want(new Step.Key(version, Optional.of(now)),
                monitor -> Comparison.of(replayed, now, its.words(), known, monitor));
        if (comparisonStep.isRunning()) {
            return; // first what the user looks at
        }
        Step.Key key = new Step.Key(version, Optional.of(unprotected));
        effectStep.want(key, monitor -> Effect.all(replayed, unprotected, monitor));
        if (effectStep.isRunning()) {
            return;
        }
        if (!hasAttack()) {
            adviceStep.reset();
            advice.set(new AdviceState.NoAttack());
        } else if (!settling.getValue() || adviceStep.isOf(key)) {
            double accepted = mostLost.get();
            boolean begins =
                    adviceStep.want(key, monitor -> Recommendations.of(replayed, unprotected, accepted, monitor));
            if (begins) {
                advice.set(new AdviceState.Running());
            }
        } else {
            advice.set(new AdviceState.Waiting());
        }
    }

    private boolean hasAttack() {
        return comparison.get().filter(Comparison::hasAttack).isPresent();
    }

    private void showInput(ReplayInput prepared) {
        input = prepared;
        if (prepared.traffic().ingressCount() == 0) {
            comparison.set(Optional.empty());
            phase.set(Phase.NO_TRAFFIC);
        }
        refresh();
    }

    private void showComparison(Comparison its) {
        comparison.set(Optional.of(its));
        phase.set(Phase.KNOWN);
        refresh();
    }

    private void showEffects(List<Effect> its) {
        effects.set(its);
        refresh();
    }

    /// All combinations have been tried already: only the choice is another.
    private void acceptLoss(double share) {
        if (advice.get() instanceof AdviceState.Known known) {
            advice.set(new AdviceState.Known(known.advice().at(share)));
        }
    }

    private void showAdvice(AdviceState its) {
        advice.set(its);
        refresh();
    }

    private void fail() {
        phase.set(Phase.FAILED);
        showRunning();
    }

    private void showRunning() {
        running.set(inputStep.isRunning() || comparisonStep.isRunning() || effectStep.isRunning()
                || adviceStep.isRunning());
    }

    /// Stops what is being computed.
    void cancel() {
        if (!running.get()) {
            return;
        }
        isStopped = true;
        boolean isAdvised = advice.get() instanceof AdviceState.Known && !adviceStep.isRunning();
        List.of(inputStep, comparisonStep, effectStep, adviceStep).forEach(Step::stop);
        if (phase.get() == Phase.LOADING) {
            phase.set(Phase.STOPPED);
        }
        if (!isAdvised) {
            advice.set(new AdviceState.Stopped());
        }
        showRunning();
    }

    /// Computes again, after it was stopped or has failed.
    void again() {
        List.of(inputStep, comparisonStep, effectStep, adviceStep).forEach(Step::reset);
        if (phase.get() != Phase.KNOWN) {
            phase.set(Phase.LOADING);
        }
        change();
    }

    /// Switches a protection.
    void set(Protection protection, boolean isOn) {
        EdgeSettings now = settings.get().with(protection, isOn);
        own = now.protections();
        settings.set(now);
    }

    /// Switches on these protections, and all others off.
    void use(List<Protection> protections) {
        settings.set(settings.get().with(protections.stream().sorted().toList()));
    }

    /// Switches on these protections as the user's own choice.
    void useOwn(List<Protection> protections) {
        own = protections;
        use(protections);
    }

    /// The user's last own choice.
    List<Protection> own() {
        return own;
    }

    /// The recommended protections, if there are any.
    Optional<Candidate> proposal() {
        return advice.get() instanceof AdviceState.Known known ? known.advice().proposal() : Optional.empty();
    }

    /// Configurations for the recommended protections, or for those that are on if there is no
    /// recommendation.
    List<Snippet> snippets() {
        return comparison.get()
                .map(comparison -> Snippets.of(configured(), settings.get(), comparison.input()))
                .orElse(List.of());
    }

    /// The protections for which [#snippets] are.
    List<Protection> configured() {
        return proposal().map(Candidate::protections).orElse(settings.get().protections());
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// The incidents of the capture.
    ReadOnlyObjectProperty<List<Incident>> incidentsProperty() {
        return incidents.getReadOnlyProperty();
    }

    /// The id of the only incident that counts as an attack; empty for all.
    ObjectProperty<Optional<String>> chosenProperty() {
        return chosen;
    }

    ObjectProperty<EdgeSettings> settingsProperty() {
        return settings;
    }

    /// Where the border is, and what is scanned for.
    ObjectProperty<InputSettings> inputsProperty() {
        return inputs;
    }

    /// The accepted loss of legitimate calls and registrations, a share.
    ObjectProperty<Double> mostLostProperty() {
        return mostLost;
    }

    /// What is replayed, as soon as it is known.
    Optional<ReplayInput> input() {
        return Optional.ofNullable(input);
    }

    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// Whether the ground truth of the capture is shown.
    ReadOnlyBooleanProperty truthShownProperty() {
        return truthShown.getReadOnlyProperty();
    }

    /// What each protection does alone; none while it is not known.
    ReadOnlyObjectProperty<List<Effect>> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AdviceState> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /// Whether anything is being computed.
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Whether the page is looked at.
    BooleanProperty inSightProperty() {
        return inSight;
    }
}
