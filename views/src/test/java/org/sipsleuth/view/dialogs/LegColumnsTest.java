package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.dialogs.table.query.SortKey;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;

/// The legs of calls in the list: six calls of three legs each.
class LegColumnsTest {

    private static final int CALLS = 6;
    private static final int LEGS = 3;

    @TempDir private Path folder;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DialogsViewModel model = new DialogsViewModel(new SelectionModel(),
            (work, then) -> waiting.add(() -> then.accept(work.apply(RunMonitor.NONE))));
    private SipIndex index;
    private Legs legs;

    @BeforeEach
    void open() throws IOException, SettingException {
        Scenario scenario = Scenarios.named("handover").orElseThrow();
        Map<String, String> chosen = Map.of("shared", "x-call-id", "legs", "3", "calls", "6");
        Path capture = folder.resolve("handover.pcap");
        Settings settings = Settings.of(Simulation.settings(scenario), chosen);
        Simulation.run(scenario, 5, settings, capture, RunMonitor.NONE);
        index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        legs = Legs.of(index, LegSettings.USUAL, RunMonitor.NONE);
        model.show(index);
        work();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private String text(OwnColumn column, int dialog) {
        return column.text(new ColumnReader(model.listedProperty().get()), dialog);
    }

    @Test
    void beforeTheLegsAreKnownTheirColumnsAreEmpty() {
        assertEquals("", text(OwnColumn.LEGS, 0));
        assertEquals("", text(OwnColumn.CALL, 0));
        model.groupBy(Optional.of(OwnColumn.CALL));
        work();
        assertEquals(1, model.groups().orElseThrow().size());
    }

    @Test
    void eachDialogShowsHowManyLegsItsCallHasAndWhichCallItIs() {
        model.showLegs(Optional.of(legs));
        work();
        assertEquals(CALLS, legs.groups().size());
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            assertEquals(Integer.toString(LEGS), text(OwnColumn.LEGS, dialog));
            int first = legs.legsOf(dialog).getFirst();
            String name = text(OwnColumn.CALL, dialog);
            assertTrue(name.startsWith(legs.groupOf(dialog).orElseThrow() + 1 + ": "), name);
            assertTrue(name.contains(index.dialogs().caller(first)), name);
        }
    }

    @Test
    void groupedByCallTheLegsOfEachCallStandTogetherOnceTheyAreKnown() {
        model.groupBy(Optional.of(OwnColumn.CALL));
        work();
        model.showLegs(Optional.of(legs));
        work();
        RowGroups groups = model.groups().orElseThrow();
        assertEquals(CALLS, groups.size());
        for (int group = 0; group < CALLS; group++) {
            List<Integer> its = Arrays.stream(groups.dialogs(group)).boxed().toList();
            assertEquals(legs.legsOf(its.getFirst()), its.stream().sorted().toList());
        }
    }

    @Test
    void dialogsThatAreAloneComeLastWhicheverWayIsSorted() throws IOException {
        SipIndex alone = SampleCalls.calls(7).index(folder.resolve("alone.pcap"));
        model.show(alone);
        model.showLegs(Optional.of(Legs.of(alone, LegSettings.USUAL, RunMonitor.NONE)));
        model.sortBy(List.of(new SortKey(OwnColumn.LEGS, false)));
        work();
        boolean isOver = false;
        for (int row : model.rowsProperty().get()) {
            boolean isAlone = text(OwnColumn.LEGS, row).isEmpty();
            assertFalse(isOver && !isAlone);
            isOver |= isAlone;
        }
        assertEquals(7, model.rowsProperty().get().size());
    }

    @Test
    void otherSettingsGiveOtherLegsAndTheListFollows() {
        model.showLegs(Optional.of(legs));
        model.sortBy(List.of(new SortKey(OwnColumn.LEGS, true)));
        work();
        Legs none = Legs.of(alone(), LegSettings.USUAL, RunMonitor.NONE);
        model.showLegs(Optional.of(none));
        work();
        assertEquals("", text(OwnColumn.LEGS, 0), "legs of another capture say nothing");
        model.showLegs(Optional.of(legs));
        work();
        assertEquals(Integer.toString(LEGS), text(OwnColumn.LEGS, 0));
    }

    private SipIndex alone() {
        try {
            return SampleCalls.calls(7).index(folder.resolve("other.pcap"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
