package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.dialogs.rows.DialogColumn;
import org.sipsleuth.view.dialogs.rows.Listed;
import org.sipsleuth.view.dialogs.rows.RowText;
import org.sipsleuth.view.dialogs.rows.SortKey;
import org.sipsleuth.view.fx.SampleCalls;
import org.sipsleuth.view.fx.Selection;
import org.sipsleuth.view.fx.SelectionModel;

class DialogsViewModelTest {

    private static final int DIALOGS = 40;

    private final SelectionModel selection = new SelectionModel();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DialogsViewModel model =
            new DialogsViewModel(
                    selection, (work, then) -> waiting.add(() -> then.accept(work.get())));
    private SipIndex index;
    private DialogTable dialogs;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(DIALOGS).index(folder.resolve("calls.pcap"));
        dialogs = index.dialogs();
    }

    @Test
    void withoutACaptureTheListSaysWhatToDo() {
        assertEquals(EmptyList.NO_CAPTURE, model.placeholderProperty().get());
        assertEquals("", model.countProperty().get());
    }

    @Test
    void allDialogsAreShownInOrderOfTime() {
        open();
        assertEquals(IntStream.range(0, DIALOGS).boxed().toList(), rows());
        assertEquals("40 dialogs", model.countProperty().get());
    }

    @Test
    void everyWordMustOccurInAnyCase() {
        open();
        model.searchProperty().set("  BUSY Carol ");
        work();
        assertEquals(
                IntStream.range(0, DIALOGS)
                        .filter(d -> dialogs.state(d).text().equals("busy"))
                        .filter(d -> (dialogs.caller(d) + dialogs.callee(d)).contains("carol"))
                        .boxed()
                        .toList(),
                rows());
        assertEquals(rows().size() + " of 40", model.countProperty().get());
    }

    @Test
    void addressesSequencesAndCallIdsAreSearched() {
        open();
        for (String word : List.of("10.0.0.5", "REGISTER 401", dialogs.callId(7), "sampleua")) {
            model.searchProperty().set(word);
            work();
            assertTrue(rows().contains(7), word);
        }
        model.searchProperty().set("nobody at all");
        work();
        assertEquals(EmptyList.NO_MATCH, model.placeholderProperty().get());
    }

    @Test
    void theLastSearchWins() {
        open();
        model.searchProperty().set("busy");
        model.searchProperty().set("cancelled");
        work();
        assertTrue(rows().stream().allMatch(d -> dialogs.state(d).text().equals("cancelled")));
    }

    @Test
    void sortingIsStableAndByTheFirstKeyFirst() {
        open();
        model.sortBy(
                List.of(
                        new SortKey(DialogColumn.CALLEE, true),
                        new SortKey(DialogColumn.MESSAGES, false)));
        work();
        List<Integer> expected = new ArrayList<>(IntStream.range(0, DIALOGS).boxed().toList());
        expected.sort(
                Comparator.<Integer, String>comparing(
                                dialogs::callee, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(
                                Comparator.<Integer, Integer>comparing(dialogs::messageCount)
                                        .reversed()));
        assertEquals(expected, rows());
    }

    @Test
    void everyColumnCanBeSortedBothWays() {
        open();
        for (DialogColumn column : DialogColumn.values()) {
            model.sortBy(List.of(new SortKey(column, true)));
            work();
            List<Integer> up = rows();
            model.sortBy(List.of(new SortKey(column, false)));
            work();
            String first = column.text(Listed.of(index), up.getFirst());
            String last = column.text(Listed.of(index), rows().getLast());
            assertEquals(first, last, column.name());
            assertEquals(DIALOGS, rows().stream().distinct().count());
        }
    }

    @Test
    void aRangeOfTimeKeepsWhatOverlapsIt() {
        open();
        long from = dialogs.startNanos(5) + dialogs.durationNanos(5) / 2;
        Selection.TimeRange moment = new Selection.TimeRange(from, from);
        selection.set(selection.get().withTime(Optional.of(moment)));
        work();
        assertEquals(List.of(5), rows());
        assertTrue(model.timeNoteProperty().get().contains("2026-11-20"));
        selection.set(selection.get().withTime(Optional.empty()));
        work();
        assertEquals("", model.timeNoteProperty().get());
        assertEquals(DIALOGS, rows().size());
    }

    @Test
    void aLargerSnapshotDoesNotStopTheRunningSearch(@TempDir Path folder) throws IOException {
        open();
        SipIndex larger = SampleCalls.calls(60).index(folder.resolve("more.pcap"));
        model.searchProperty().set("busy");
        model.show(larger);
        waiting.remove().run();
        assertTrue(rows().size() < DIALOGS, "the first answer is shown");
        work();
        assertEquals(
                IntStream.range(0, 60)
                        .filter(d -> larger.dialogs().state(d).text().equals("busy"))
                        .count(),
                rows().size());
    }

    @Test
    void chosenMessagesChooseTheirDialogs() {
        open();
        selection.set(Selection.NONE.withMessages(List.of(dialogs.firstMessage(9))));
        assertEquals(List.of(9), model.chosenProperty().get());
        model.choose(List.of(3, 4));
        assertEquals(List.of(3, 4), selection.get().dialogs());
        assertEquals(List.of(3, 4), model.chosenProperty().get());
    }

    @Test
    void closingTheCaptureEmptiesTheList() {
        open();
        model.showNothing();
        work();
        assertTrue(rows().isEmpty());
        assertEquals(EmptyList.NO_CAPTURE, model.placeholderProperty().get());
    }

    @Test
    void copiedValuesStayInTheirCells() {
        String csv =
                RowText.csv(
                        Listed.of(index),
                        List.of(DialogColumn.CALLER, DialogColumn.SEQUENCE),
                        List.of(0));
        assertEquals(
                "Caller,Message types\r\n"
                        + dialogs.caller(0)
                        + ","
                        + dialogs.sequenceText(0)
                        + "\r\n",
                csv);
        assertEquals("a\\tb\\x1b", RowText.escaped("a\tb\u001b"));
    }

    private void open() {
        model.show(index);
        work();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private List<Integer> rows() {
        return List.copyOf(model.rowsProperty().get());
    }
}
