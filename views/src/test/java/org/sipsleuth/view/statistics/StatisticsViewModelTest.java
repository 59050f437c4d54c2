package org.sipsleuth.view.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.SampleCalls;

class StatisticsViewModelTest {

    private static final int DIALOGS = 40;

    private final SelectionModel selection = new SelectionModel();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final StatisticsViewModel model = new StatisticsViewModel(selection, new Waiting());
    private SipIndex index;

    private final class Waiting implements StatisticsViewModel.Background {
        @Override
        public <T> StatisticsViewModel.Running run(Function<RunMonitor, T> work, Consumer<T> then,
                Consumer<Throwable> failed) {
            Runnable run = () -> then.accept(work.apply(RunMonitor.NONE));
            waiting.add(run);
            return () -> waiting.remove(run);
        }
    }

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(DIALOGS).index(folder.resolve("calls.pcap"));
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private long dialogs() {
        return model.stateProperty().get().statistics().orElseThrow().totals().dialogs();
    }

    @Test
    void nothingIsCountedWhileNobodyLooks() {
        model.show(index);
        assertTrue(waiting.isEmpty());
        model.inSightProperty().set(true);
        work();
        assertEquals(DIALOGS, dialogs());
    }

    @Test
    void aRangeOfTimeCountsAnew() {
        model.inSightProperty().set(true);
        model.show(index);
        work();
        long from = index.dialogs().startNanos(20);
        selection.set(Selection.NONE.withTime(Optional.of(new Selection.TimeRange(from, Long.MAX_VALUE))));
        work();
        assertTrue(dialogs() < DIALOGS);
        assertTrue(model.scopeWordsProperty().get().startsWith("2026-11-20"));
    }

    @Test
    void onlyTheDialogsChosenThenCountAlsoWhenOthersAreChosenLater() {
        model.inSightProperty().set(true);
        model.show(index);
        selection.set(Selection.NONE.withDialogs(List.of(1, 2, 3)));
        model.onlyChosenProperty().set(true);
        selection.set(Selection.NONE.withDialogs(List.of(4)));
        work();
        assertEquals(3, dialogs());
        assertEquals("3 selected dialogs", model.scopeWordsProperty().get());
    }

    @Test
    void onlyTheDialogsThatFitTheFilterCountWhole() throws FilterSyntaxException {
        model.inSightProperty().set(true);
        model.show(index);
        Filter filter = Filter.of("sip.Status-Code == 486", KnownFields.catalog());
        MessageSet found = filter.run(index, RunMonitor.NONE);
        model.showFiltered(Optional.of(new Filtered(filter.text(), index, found, true)));
        work();
        assertEquals(found.dialogCount(), dialogs());
        assertEquals(found.dialogs().mapToLong(d -> index.messagesOf(d).length).sum(),
                model.stateProperty().get().statistics().orElseThrow().totals().messages());
        int one = found.dialogs().findFirst().orElseThrow();
        int none = found.containsDialog(0) ? 1 : 0;
        selection.set(Selection.NONE.withDialogs(List.of(one, none)));
        model.onlyChosenProperty().set(true);
        work();
        assertEquals(1, dialogs());
        model.onlyChosenProperty().set(false);
        model.showFiltered(Optional.empty());
        work();
        assertEquals(DIALOGS, dialogs());
        assertEquals("Whole capture", model.scopeWordsProperty().get());
    }

    @Test
    void aNumberOpensItsDialogs() {
        model.inSightProperty().set(true);
        model.show(index);
        work();
        AtomicInteger opened = new AtomicInteger();
        model.open(new Figure.OfType(486), opened::incrementAndGet);
        work();
        assertEquals(1, opened.get());
        assertEquals(IntStream.range(0, DIALOGS)
                .filter(d -> index.dialogs().sequenceText(d).contains("486"))
                .boxed()
                .toList(), selection.get().dialogs());
    }

    @Test
    void countingIsStoppedAndDoneAgain() {
        model.inSightProperty().set(true);
        model.show(index);
        model.cancel();
        assertInstanceOf(StatisticsState.Stopped.class, model.stateProperty().get());
        assertTrue(waiting.isEmpty());
        model.again();
        work();
        assertEquals(DIALOGS, dialogs());
        model.showNothing();
        assertInstanceOf(StatisticsState.NoCapture.class, model.stateProperty().get());
    }
}
