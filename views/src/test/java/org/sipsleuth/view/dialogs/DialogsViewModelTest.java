package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.dialogs.table.query.SortKey;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;

class DialogsViewModelTest {

    private static final int DIALOGS = 40;
    private static final DialogColumn CALLER = DialogColumn.of(DialogField.CALLER);
    private static final DialogColumn CALLEE = DialogColumn.of(DialogField.CALLEE);
    private static final DialogColumn MESSAGES = DialogColumn.of(DialogField.MESSAGES);
    private static final DialogColumn SEQUENCE = DialogColumn.of(DialogField.SEQUENCE);
    private static final DialogColumn STATUS = DialogColumn.of(DialogField.FINAL_STATUS);

    private final SelectionModel selection = new SelectionModel();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DialogsViewModel model = new DialogsViewModel(selection,
            (work, then) -> waiting.add(() -> then.accept(work.apply(RunMonitor.NONE))));
    private SipIndex index;
    private DialogTable dialogs;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(DIALOGS).index(folder.resolve("calls.pcap"));
        dialogs = index.dialogs();
    }

    @Test
    void withoutACaptureTheListSaysWhatToDo() {
        assertEquals(EmptyList.NO_CAPTURE, model.headline().placeholderProperty().get());
        assertEquals("", model.headline().countProperty().get());
    }

    @Test
    void allDialogsAreShownInOrderOfTime() {
        open();
        assertEquals(IntStream.range(0, DIALOGS).boxed().toList(), rows());
        assertEquals("40 dialogs", model.headline().countProperty().get());
    }

    @Test
    void everyWordMustOccurInAnyCase() {
        open();
        model.searchProperty().set("  BUSY Carol ");
        work();
        assertEquals(IntStream.range(0, DIALOGS)
                .filter(d -> DialogOutcome.of(index, d).state().text().equals("busy"))
                .filter(d -> (dialogs.caller(d) + dialogs.callee(d)).contains("carol"))
                .boxed()
                .toList(), rows());
        assertEquals(rows().size() + " of 40", model.headline().countProperty().get());
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
        assertEquals(EmptyList.NO_MATCH, model.headline().placeholderProperty().get());
    }

    @Test
    void theLastSearchWins() {
        open();
        model.searchProperty().set("busy");
        model.searchProperty().set("cancelled");
        work();
        assertTrue(rows().stream().allMatch(d -> DialogOutcome.of(index, d).state().text().equals("cancelled")));
    }

    @Test
    void sortingIsStableAndByTheFirstKeyFirst() {
        open();
        model.sortBy(List.of(new SortKey(CALLEE, true), new SortKey(MESSAGES, false)));
        work();
        List<Integer> expected = new ArrayList<>(IntStream.range(0, DIALOGS).boxed().toList());
        expected.sort(Comparator.<Integer, String>comparing(dialogs::callee, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Comparator.<Integer, Integer>comparing(dialogs::messageCount).reversed()));
        assertEquals(expected, rows());
    }

    @Test
    void everyColumnCanBeSortedBothWays() {
        open();
        ColumnReader reader = new ColumnReader(Listed.of(index));
        for (DialogColumn column : DialogColumn.all()) {
            model.sortBy(List.of(new SortKey(column, true)));
            work();
            List<String> up = texts(column, reader);
            model.sortBy(List.of(new SortKey(column, false)));
            work();
            List<String> down = texts(column, reader);
            assertEquals(DIALOGS, rows().stream().distinct().count());
            if (!up.isEmpty()) {
                assertEquals(up.getFirst(), down.getLast(), column.key());
                assertEquals(up.getLast(), down.getFirst(), column.key());
            }
        }
    }

    /// Of the dialogs that have a value, in the order of the rows; those without come last.
    private List<String> texts(DialogColumn column, ColumnReader reader) {
        List<String> all = rows().stream().map(d -> column.text(reader, d)).toList();
        boolean isCounted = column.kind() == DialogColumn.Kind.NUMBER;
        int filled = (int) all.stream().filter(text -> !text.isEmpty()).count();
        assertTrue(isCounted || all.subList(filled, DIALOGS).stream().allMatch(String::isEmpty), column.key());
        return isCounted ? all.stream().filter(text -> !text.isEmpty()).toList() : all.subList(0, filled);
    }

    @Test
    void dialogsAreGroupedByAnyColumnTheLargestGroupFirst() {
        open();
        model.groupBy(Optional.of(STATUS));
        work();
        RowGroups groups = model.groups().orElseThrow();
        assertEquals(rows().size(), groups.size());
        assertTrue(rows().stream().allMatch(RowGroups::isGroup));
        int all = 0;
        for (int group = 0; group < groups.size(); group++) {
            String status = groups.value(group);
            int expected = (int) IntStream.range(0, DIALOGS)
                    .filter(d -> status.equals(
                            DialogOutcome.of(index, d).status() == 0 ? "" : "" + DialogOutcome.of(index, d).status()))
                    .count();
            assertEquals(expected, groups.totals(group).dialogs(), status);
            assertTrue(group == 0 || groups.totals(group - 1).dialogs() >= expected);
            all += expected;
        }
        assertEquals(DIALOGS, all);
        assertEquals("40 dialogs", model.headline().countProperty().get());
    }

    @Test
    void anOpenGroupShowsItsDialogsSortedAndStaysOpen() {
        open();
        model.groupBy(Optional.of(STATUS));
        model.sortBy(List.of(new SortKey(CALLEE, true)));
        work();
        RowGroups groups = model.groups().orElseThrow();
        model.open(1, true);
        assertEquals(groups.size() + groups.totals(1).dialogs(), rows().size());
        List<Integer> its = rows().subList(2, 2 + groups.totals(1).dialogs());
        List<String> callees = its.stream().map(dialogs::callee).toList();
        assertEquals(callees.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), callees);
        model.sortBy(List.of(new SortKey(MESSAGES, true)));
        work();
        assertTrue(model.isOpen(1));
        model.openAll(false);
        assertEquals(groups.size(), rows().size());
        model.choose(its);
        assertEquals(its.size(), model.chosenRows().size(), "also in groups that are closed");
    }

    @Test
    void cancellingKeepsTheOrderThatWas() {
        open();
        model.sortBy(List.of(new SortKey(CALLEE, true)));
        work();
        List<Integer> before = rows();
        model.sortBy(List.of(new SortKey(DialogColumn.of(DialogField.CAUSE), true)));
        model.cancel();
        work();
        assertEquals(before, rows());
        assertEquals(List.of(new SortKey(CALLEE, true)), model.sortProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void notesAreShownSortedAndUndone() {
        open();
        NotesModel notes = new NotesModel(model);
        model.choose(List.of(7, 9));
        assertTrue(notes.mark(Optional.of(NoteMark.C)));
        assertTrue(notes.write("fraud, trunk 2", "=looks odd"));
        model.sortBy(List.of(new SortKey(OwnColumn.NOTE, true)));
        work();
        assertEquals(List.of(7, 9), rows().subList(0, 2));
        ColumnReader reader = new ColumnReader(model.listedProperty().get());
        assertEquals("fraud, trunk 2", OwnColumn.TAGS.text(reader, 9));
        model.groupBy(Optional.of(OwnColumn.TAGS));
        work();
        assertEquals(2, model.groups().orElseThrow().size());
        assertTrue(notes.undo() && notes.undo());
        assertFalse(notes.undo());
        work();
        assertEquals(1, model.groups().orElseThrow().size());
    }

    @Test
    void aRangeOfTimeKeepsWhatOverlapsIt() {
        open();
        long from = dialogs.startNanos(5) + dialogs.durationNanos(5) / 2;
        Selection.TimeRange moment = new Selection.TimeRange(from, from);
        selection.set(selection.get().withTime(Optional.of(moment)));
        work();
        assertEquals(List.of(5), rows());
        assertTrue(model.headline().timeNoteProperty().get().contains("2026-11-20"));
        selection.set(selection.get().withTime(Optional.empty()));
        work();
        assertEquals("", model.headline().timeNoteProperty().get());
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
                IntStream.range(0, 60).filter(d -> DialogOutcome.of(larger, d).state().text().equals("busy")).count(),
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
        assertEquals(EmptyList.NO_CAPTURE, model.headline().placeholderProperty().get());
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
