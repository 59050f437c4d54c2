package org.sipsleuth.view.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Retry;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.edge.EdgeViewModel.Phase;
import org.sipsleuth.view.edge.advice.AdviceState;
import org.sipsleuth.view.edge.flow.Flow;
import org.sipsleuth.view.edge.flow.FlowOutcome;
import org.sipsleuth.view.edge.run.Comparison;
import org.sipsleuth.view.edge.run.EdgeWork;
import org.sipsleuth.view.edge.run.InputSettings;

/// The page without a toolkit, with a simulated flood.
class EdgeViewModelTest {

    @TempDir private static Path folder;
    private static SipIndex index;
    private static IndexTruth truth;

    private final ObjectProperty<SessionState> session = new SimpleObjectProperty<>(SessionState.EMPTY);
    private final ObjectProperty<Optional<Investigation>> investigation = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Boolean> settling = new SimpleObjectProperty<>(false);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean isFailing;
    private final EdgeViewModel model = new EdgeViewModel(session, investigation, settling, new Waiting());

    private final class Waiting implements EdgeWork {
        @Override
        public <T> Running run(Kind kind, Function<RunMonitor, T> work, Consumer<T> then, Consumer<Throwable> failed) {
            Runnable run = () -> {
                if (isFailing) {
                    failed.accept(new IllegalStateException("for the test"));
                } else {
                    then.accept(work.apply(RunMonitor.NONE));
                }
            };
            waiting.add(run);
            return () -> waiting.remove(run);
        }
    }

    @BeforeAll
    static void simulate() throws Exception {
        Scenario scenario = Scenarios.named("invite-flood").orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario),
                Map.of("rate", "VH", "behaviour", "very-high", "episodes", "1", "episode-seconds", "5"));
        Simulated simulated = Simulation.run(scenario, 4, settings, folder.resolve("flood.pcap"), RunMonitor.NONE);
        index = CaptureIndexer.read(List.of(simulated.capture()), RunMonitor.NONE);
        truth = IndexTruth.read(index, RunMonitor.NONE);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void open() {
        model.inSightProperty().set(true);
        session.set(new SessionState(Optional.of(index), List.of(), SessionState.Joined.NOTHING));
        work();
    }

    private Comparison comparison() {
        return model.comparisonProperty().get().orElseThrow();
    }

    @Test
    void nothingIsReplayedWhileNobodyLooks() {
        session.set(new SessionState(Optional.of(index), List.of(), SessionState.Joined.NOTHING));
        assertTrue(waiting.isEmpty());
        assertEquals(Phase.LOADING, model.phaseProperty().get());
        model.inSightProperty().set(true);
        assertTrue(model.runningProperty().get());
        work();
        assertEquals(Phase.KNOWN, model.phaseProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void withoutAnIncidentOnlyTheCostIsKnown() {
        open();
        assertFalse(comparison().hasAttack());
        assertInstanceOf(AdviceState.NoAttack.class, model.adviceProperty().get());
        assertEquals(Protection.values().length, model.effectsProperty().get().size());
        assertEquals("no incident", comparison().words().of(MessageClass.LEGITIMATE));
    }

    @Test
    void theGroundTruthIsRecommendedAgainstAndApplied() {
        open();
        model.showTruth(Optional.of(truth));
        work();
        assertTrue(comparison().hasAttack());
        assertEquals("attack", comparison().words().of(MessageClass.ATTACK));
        assertInstanceOf(AdviceState.Known.class, model.adviceProperty().get());
        List<Protection> proposed = model.proposal().orElseThrow().protections();
        assertFalse(model.snippets().isEmpty());
        model.useOwn(proposed);
        work();
        assertEquals(proposed, comparison().with().settings().protections());
        assertEquals(proposed, model.own());
    }

    @Test
    void aSwitchReplaysAndTheFlowConserves() {
        open();
        model.showTruth(Optional.of(truth));
        work();
        double before = comparison().attack().with();
        model.use(List.of());
        work();
        assertNotEquals(before, comparison().attack().with());
        for (List<Protection> each : List.of(Protection.basic(), Protection.advanced(), List.<Protection>of())) {
            model.use(each);
            work();
            Flow flow = Flow.of(comparison().with());
            int left = 0;
            int messages = 0;
            for (Flow.Stage stage : flow.stages()) {
                left += stage.outcome().count().sum();
                messages += stage.outcome().messages(comparison().with(), Optional.empty()).length;
            }
            FlowOutcome passed = flow.passed();
            assertEquals(left, messages);
            assertEquals(flow.ingress().sum(), left + passed.count().sum());
            assertEquals(passed.count().attack(),
                    passed.messages(comparison().with(), Optional.of(MessageClass.ATTACK)).length);
        }
    }

    @Test
    void theBandHoldsTheNumber() {
        open();
        Comparison.Range calls = comparison().calls();
        assertTrue(calls.low() <= calls.with() && calls.with() <= calls.high());
    }

    @Test
    void cancellingStopsAndAgainRepeats() {
        model.inSightProperty().set(true);
        session.set(new SessionState(Optional.of(index), List.of(), SessionState.Joined.NOTHING));
        model.cancel();
        assertTrue(waiting.isEmpty());
        assertEquals(Phase.STOPPED, model.phaseProperty().get());
        model.again();
        work();
        assertEquals(Phase.KNOWN, model.phaseProperty().get());
    }

    @Test
    void recommendationsWaitForTheDetectors() {
        settling.set(true);
        open();
        model.showTruth(Optional.of(truth));
        work();
        assertInstanceOf(AdviceState.Waiting.class, model.adviceProperty().get());
        settling.set(false);
        work();
        assertInstanceOf(AdviceState.Known.class, model.adviceProperty().get());
        settling.set(true); // for something that changes nothing
        assertInstanceOf(AdviceState.Known.class, model.adviceProperty().get());
    }

    @Test
    void otherClientsAreReplayed() {
        open();
        model.settingsProperty().set(EdgeSettings.USUAL.with(Retry.NONE));
        work();
        assertEquals(Retry.NONE, comparison().with().settings().retry());
        session.set(SessionState.EMPTY);
        assertEquals(Phase.NO_CAPTURE, model.phaseProperty().get());
        assertTrue(model.comparisonProperty().get().isEmpty());
    }

    @Test
    void aFailureIsShownAndCanBeRepeated() {
        isFailing = true;
        open();
        assertEquals(Phase.FAILED, model.phaseProperty().get());
        assertFalse(model.runningProperty().get());
        isFailing = false;
        model.again();
        work();
        assertEquals(Phase.KNOWN, model.phaseProperty().get());
    }

    @Test
    void anotherAcceptedLossChoosesAmongWhatWasTried() {
        open();
        model.showTruth(Optional.of(truth));
        work();
        model.mostLostProperty().set(1.0);
        assertTrue(waiting.isEmpty(), "nothing is tried again");
        AdviceState.Known known = assertInstanceOf(AdviceState.Known.class, model.adviceProperty().get());
        assertTrue(known.advice().proposal().orElseThrow().stopped() >= 0.5);
    }

    @Test
    void otherHostsCanBeProtected() {
        open();
        model.inputsProperty().set(model.inputsProperty().get().withBorder(List.of("192.0.2.250")));
        work();
        assertEquals(Phase.NO_TRAFFIC, model.phaseProperty().get());
        model.inputsProperty().set(InputSettings.USUAL);
        work();
        assertEquals(Phase.KNOWN, model.phaseProperty().get());
    }
}
