package org.sipsleuth.view.belief.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.SequentialBelief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;

class BeliefsTest {

    @TempDir Path directory;
    private final SelectionModel selection = new SelectionModel();
    private final Later later = new Later();
    private final Beliefs beliefs = new Beliefs(selection, later);
    private final Focus focus = new Focus(beliefs, selection, later);

    @SuppressWarnings("NullAway.Init") private SipIndex index;

    @BeforeEach
    void readCalls() throws IOException {
        index = SampleCalls.calls(40).index(directory.resolve("calls.pcap"));
        beliefs.wantedProperty().set(true);
    }

    private Believed known() {
        later.doAll();
        return assertInstanceOf(BeliefState.Known.class, beliefs.stateProperty().get()).all();
    }

    @Test
    void nothingIsCountedBeforeSomebodyLooks() {
        beliefs.wantedProperty().set(false);
        beliefs.show(index);
        later.doAll();
        assertInstanceOf(BeliefState.NoCapture.class, beliefs.stateProperty().get());
    }

    @Test
    void sourcesAreRankedByTheBeliefInAnAttack() {
        beliefs.show(index);
        List<SourceRow> sources = known().sources();
        assertTrue(sources.size() > 1);
        for (int i = 1; i < sources.size(); i++) {
            SourceRow before = sources.get(i - 1);
            SourceRow row = sources.get(i);
            assertTrue(before.standing().compareTo(row.standing()) < 0
                    || before.belief().attack() >= row.belief().attack());
        }
    }

    @Test
    void allSourcesTogetherHaveAllMessagesThatCount() {
        beliefs.show(index);
        Believed all = known();
        assertEquals(all.sources().stream().mapToInt(SourceRow::messages).sum(),
                all.together().orElseThrow().messages());
    }

    @Test
    void otherTablesNeedNoCounting() {
        beliefs.show(index);
        Counted counted = known().counted();
        beliefs.tables().use(TableChoice.PRINTED);
        assertEquals(counted, known().counted());
        assertEquals("", String.join(" ", problems(known())));
    }

    /// A contradiction shows the prior.
    private static List<String> problems(Believed all) {
        return all.sources()
                .stream()
                .map(SourceRow::belief)
                .filter(Belief::isContradiction)
                .filter(belief -> !belief.classes().equals(all.tables().prior()))
                .map(Object::toString)
                .toList();
    }

    @Test
    void onlyPeriodsInTheChosenTimeCount() {
        beliefs.settingsProperty().set(new PeriodSettings.ByCount(1));
        beliefs.show(index);
        int all = known().together().orElseThrow().messages();
        TimeRange first = new TimeRange(SampleCalls.START, SampleCalls.START + 500_000_000L);
        selection.set(selection.get().withTime(Optional.of(first)));
        int some = known().together().orElseThrow().messages();
        assertTrue(some > 0 && some < all, some + " of " + all);
        selection.set(selection.get().withTime(Optional.of(new TimeRange(0, 1))));
        assertTrue(known().together().isEmpty());
        assertTrue(focus.shownProperty().get().isEmpty());
    }

    @Test
    void aGrowingCaptureWaitsForTheRunBefore() throws IOException {
        assertEquals(0, cancelledBy("calls.pcap"));
    }

    @Test
    void anotherCaptureDoesNotWait() throws IOException {
        assertEquals(1, cancelledBy("other.pcap"));
    }

    /// How many runs are stopped when this file is shown while `calls.pcap` is counted.
    private int cancelledBy(String file) throws IOException {
        beliefs.show(index);
        later.doOne(); // the tables
        SipIndex next = SampleCalls.calls(60).index(directory.resolve(file));
        beliefs.show(next);
        int cancelled = later.cancelled();
        assertEquals(next, known().counted().index());
        return cancelled;
    }

    @Test
    void otherSettingsBeginAnew() {
        beliefs.show(index);
        later.doOne(); // the tables
        beliefs.settingsProperty().set(new PeriodSettings.Whole());
        assertEquals(1, later.cancelled());
        assertEquals(1, known().together().orElseThrow().periods().all().size());
    }

    @Test
    void aStoppedCountBeginsAgainOnlyWhenAsked() {
        beliefs.show(index);
        later.doOne(); // the tables
        beliefs.cancel();
        later.doAll();
        assertInstanceOf(BeliefState.Stopped.class, beliefs.stateProperty().get());
        beliefs.again();
        assertTrue(known().together().isPresent());
    }

    @Test
    void aChosenSourceChoosesItsDialogsEverywhere() {
        beliefs.show(index);
        SourceRow row = known().sources().getFirst();
        SourceRow opened = focus.shownProperty().get().orElseThrow().row();
        focus.choose(row);
        later.doAll();
        assertFalse(selection.get().dialogs().isEmpty());
        for (int dialog : selection.get().dialogs()) {
            assertTrue(Arrays.stream(index.messagesOf(dialog))
                    .map(known().counted().events()::source)
                    .anyMatch(source -> source == row.periods().source()));
        }
        assertEquals(row, focus.shownProperty().get().orElseThrow().row());
        selection.back();
        assertEquals(opened, focus.shownProperty().get().orElseThrow().row());
    }

    @Test
    void itOpensOnTheSourceWithTheHighestBeliefInAnAttackHoweverLow() {
        beliefs.show(index);
        assertEquals(known().sources().getFirst(), focus.shownProperty().get().orElseThrow().row());
        later.doAll();
        accuseAll(TrafficClass.DOS);
        assertEquals(known().suspects().getFirst(), focus.shownProperty().get().orElseThrow().row());
        focus.choose(known().together().orElseThrow());
        accuseAll(TrafficClass.SCAN);
        assertTrue(focus.shownProperty().get().orElseThrow().row().periods().isTogether());
    }

    /// Edits the prior so that every source resembles an attack.
    private void accuseAll(TrafficClass attack) {
        beliefs.tables().setPrior(attack, 1);
        known();
    }

    @Test
    void aMessageChosenElsewhereShowsItsPeriod() {
        beliefs.show(index);
        int message = known().together().orElseThrow().periods().messages()[7];
        selection.set(Selection.NONE.withMessages(List.of(message)));
        Shown shown = focus.shownProperty().get().orElseThrow();
        assertFalse(shown.row().periods().isTogether());
        int[] messages = shown.row().periods().periods().messages(shown.period());
        assertTrue(Arrays.stream(messages).anyMatch(each -> each == message));
    }

    @Test
    void whatIfChangesTheBeliefAndNothingElse() {
        beliefs.show(index);
        known();
        Shown before = focus.shownProperty().get().orElseThrow();
        focus.whatIfProperty().set(WhatIf.NOTHING.with(Variable.REQUEST_PEAK, List.of(1000.0)));
        Shown tried = focus.shownProperty().get().orElseThrow();
        assertNotEquals(before.belief(), tried.belief());
        assertEquals(before.observed(), tried.observed());
        focus.whatIfProperty().set(new WhatIf(Map.of(), Set.copyOf(Variable.all())));
        assertEquals(before.tables().prior().toString(), // up to rounding
                focus.shownProperty().get().orElseThrow().belief().classes().toString());
        focus.whatIfProperty().set(WhatIf.NOTHING);
        assertEquals(before, focus.shownProperty().get().orElseThrow());
    }

    @Test
    void anEditedTableIsFollowedAndUndone() {
        beliefs.show(index);
        known();
        beliefs.tables().use(TableChoice.PAPER);
        Belief before = known().together().orElseThrow().belief();
        for (TrafficClass each : TrafficClass.all()) {
            for (int state = 0; state < 2; state++) {
                beliefs.tables().set(Variable.REQUEST_INTENSITY, each, state, 0);
            }
        }
        assertTrue(known().together().orElseThrow().belief().isContradiction());
        assertTrue(beliefs.tables().isChanged());
        beliefs.tables().reset();
        assertEquals(before, known().together().orElseThrow().belief());
        assertThrows(IllegalArgumentException.class,
                () -> beliefs.tables().set(Variable.DESTINATIONS, TrafficClass.SCAN, 0, 1.5));
    }

    @Test
    void sourcesAreFiltered() {
        beliefs.show(index);
        List<SourceRow> all = known().sources();
        assertEquals(all, SourceFilter.ALL.of(all));
        String name = all.getLast().name();
        SourceFilter one = new SourceFilter(name, Optional.empty(), Optional.empty());
        assertTrue(one.of(all).contains(all.getLast()));
        SourceFilter scans = new SourceFilter("", Optional.of(TrafficClass.SCAN), Optional.empty());
        assertTrue(scans.of(all).stream().allMatch(row -> row.belief().leading() == TrafficClass.SCAN));
    }

    @Test
    void aBeliefGoesOnInTheNextPeriodIfItIsNotForgotten() {
        beliefs.settingsProperty().set(new PeriodSettings.ByCount(10));
        beliefs.show(index);
        SourceRow before = known().together().orElseThrow();
        beliefs.tables().sequenceProperty().set(new SequentialBelief(0.2));
        SourceRow carried = known().together().orElseThrow();
        assertEquals(before.periods().beliefs().get(0), carried.periods().beliefs().get(0));
        assertEquals(before.periods().priors().get(0), carried.periods().priors().get(0));
        for (int i = 1; i < carried.periods().all().size(); i++) {
            assertEquals(new SequentialBelief(0.2).prior(before.periods().priors().get(0),
                    carried.periods().beliefs().get(i - 1)), carried.periods().priors().get(i));
        }
        assertNotEquals(before.periods().beliefs(), carried.periods().beliefs());
        focus.choose(carried, carried.periods().all().get(1));
        assertTrue(focus.shownProperty().get().orElseThrow().isCarried());
        assertEquals(carried.periods().beliefs().get(1), focus.shownProperty().get().orElseThrow().belief());
        beliefs.tables().reset();
        assertEquals(before.periods().beliefs(), known().together().orElseThrow().periods().beliefs());
    }
}
