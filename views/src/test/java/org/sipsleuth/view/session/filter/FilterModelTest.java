package org.sipsleuth.view.session.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.annotation.field.NoteFields;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.ui.SampleCalls;

/// The filter of the window without a window: runs end when the test says so, in the order it says,
/// also those that were stopped.
class FilterModelTest {

    private static final int DIALOGS = 40;

    private final Deque<Run> runs = new ArrayDeque<>();
    private final FilterModel model = new FilterModel(new Waiting());
    private SipIndex index;
    private SipIndex other;

    private static final class Run implements FilterModel.Background.Running {
        private final DoubleProperty progress = new SimpleDoubleProperty(-1);
        private final Runnable work;
        private final Consumer<Throwable> failed;
        private boolean isCancelled;

        private Run(Runnable work, Consumer<Throwable> failed) {
            this.work = work;
            this.failed = failed;
        }

        @Override
        public ObservableValue<? extends Number> progress() {
            return progress;
        }

        @Override
        public void cancel() {
            isCancelled = true;
        }
    }

    private final class Waiting implements FilterModel.Background {
        @Override
        public <T> Running run(Function<RunMonitor, T> work, Consumer<T> then, Consumer<Throwable> failed) {
            Run run = new Run(() -> then.accept(work.apply(RunMonitor.NONE)), failed);
            runs.add(run);
            return run;
        }
    }

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(DIALOGS).index(folder.resolve("calls.pcap"));
        other = SampleCalls.calls(3).index(folder.resolve("others.pcap"));
    }

    private Filtered filtered() {
        return model.filteredProperty().get().orElseThrow();
    }

    private void applied(String filter) throws FilterSyntaxException {
        model.apply(filter);
        runs.remove().work.run();
    }

    @Test
    void whatIsLeftIsKnownWhenTheRunEnds() throws FilterSyntaxException {
        model.show(index);
        assertTrue(runs.isEmpty());
        model.apply(" sip.Status-Code == 486 ");
        assertEquals("sip.Status-Code == 486", model.textProperty().get());
        assertTrue(model.runningProperty().get());
        assertEquals(Optional.empty(), model.filteredProperty().get());
        runs.element().progress.set(0.5);
        assertEquals(0.5, model.progressProperty().get());
        runs.remove().work.run();
        assertFalse(model.runningProperty().get());
        assertEquals("sip.Status-Code == 486", filtered().text());
        assertTrue(IntStream.range(0, DIALOGS)
                .allMatch(d -> filtered().hasDialog(d) == index.dialogs().sequenceText(d).contains("486")));
    }

    @Test
    void theFilterOfALinkIsCalledWhatTheLinkCallsIt() throws FilterSyntaxException {
        model.show(index);
        model.apply("sip.Method == \"BYE\"", "2 calls: One-way audio");
        assertEquals("2 calls: One-way audio", model.wordsProperty().get());
        model.apply("sip.Method == \"REGISTER\"");
        assertEquals("", model.wordsProperty().get());
        assertFalse(model.dropLinked(), "somebody typed it");
        assertEquals("sip.Method == \"REGISTER\"", model.textProperty().get());
        model.apply("sip.Method == \"BYE\""); // as Forward does
        assertEquals("2 calls: One-way audio", model.wordsProperty().get());
        assertTrue(model.dropLinked());
        assertEquals("", model.textProperty().get());
        assertEquals("", model.wordsProperty().get());
    }

    @Test
    void noWordsOfALinkAreSaidOfAnotherCapture() throws FilterSyntaxException {
        model.show(index);
        model.apply("sip.Method == \"BYE\"", "2 calls: One-way audio");
        model.show(index);
        assertEquals("2 calls: One-way audio", model.wordsProperty().get(), "the same capture");
        model.show(other);
        assertEquals("", model.wordsProperty().get());
        assertEquals("sip.Method == \"BYE\"", model.textProperty().get());
    }

    @Test
    void aResultThatComesLateIsDropped() throws FilterSyntaxException {
        model.show(index);
        model.apply("sip.Method == \"BYE\"");
        model.apply("sip.Method == \"REGISTER\"");
        Run late = runs.remove();
        assertTrue(late.isCancelled);
        late.work.run();
        assertEquals(Optional.empty(), model.filteredProperty().get());
        assertTrue(model.runningProperty().get());
        runs.remove().work.run();
        late.work.run();
        assertEquals("sip.Method == \"REGISTER\"", filtered().text());
    }

    @Test
    void aFailureThatComesLateChangesNothing() throws FilterSyntaxException {
        model.show(index);
        model.apply("sip.Method == \"BYE\"");
        model.apply("sip.Method == \"REGISTER\"");
        runs.remove().failed.accept(new IllegalStateException("late"));
        assertEquals("sip.Method == \"REGISTER\"", model.textProperty().get());
        assertTrue(model.runningProperty().get());
    }

    @Test
    void cancelledTheFilterBeforeIsInUseAgain() throws FilterSyntaxException {
        model.show(index);
        applied("sip.Method == \"BYE\"");
        Filtered before = filtered();
        model.apply("sip.Method == \"REGISTER\"");
        model.cancel();
        assertEquals("sip.Method == \"BYE\"", model.textProperty().get());
        assertSame(before, filtered());
        runs.remove().work.run();
        assertSame(before, filtered());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void cancelledTheFirstFilterIsNone() throws FilterSyntaxException {
        model.show(index);
        model.apply("sip.Method == \"BYE\"");
        model.cancel();
        assertEquals("", model.textProperty().get());
        runs.remove().work.run();
        assertEquals(Optional.empty(), model.filteredProperty().get());
        model.cancel();
        assertEquals("", model.textProperty().get());
    }

    @Test
    void aRunThatFailsLeavesNoFilter() throws FilterSyntaxException {
        model.show(index);
        applied("sip.Method == \"BYE\"");
        model.apply("sip.Method == \"REGISTER\"");
        runs.remove().failed.accept(new OutOfMemoryError("all used"));
        assertEquals("", model.textProperty().get());
        assertEquals(Optional.empty(), model.filteredProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void aMistakeChangesNothing() throws FilterSyntaxException {
        model.show(index);
        applied("sip.Method == \"BYE\"");
        assertThrows(FilterSyntaxException.class, () -> model.apply("sip.Metod == 1"));
        assertEquals("sip.Method == \"BYE\"", filtered().text());
        assertTrue(runs.isEmpty());
    }

    @Test
    void otherValuesOfAFieldInUseAreAskedAgain() throws FilterSyntaxException {
        use(DialogNotes.NONE);
        model.show(index);
        applied("note.mark == \"B\"");
        assertEquals(0, filtered().found().size());
        use(noted(3, 7));
        assertEquals(1, runs.size());
        runs.remove().work.run();
        assertEquals(List.of(3, 7), filtered().found().dialogs().boxed().toList());
    }

    @Test
    void otherValuesOfOtherFieldsAreNot() throws FilterSyntaxException {
        use(DialogNotes.NONE);
        model.show(index);
        applied("sip.Method == \"BYE\"");
        use(noted(3));
        assertTrue(runs.isEmpty());
        applied("note.mark == \"B\"");
        assertEquals(List.of(3), filtered().found().dialogs().boxed().toList());
    }

    @Test
    void aFieldThatIsGoneIsAskedNoMore() throws FilterSyntaxException {
        use(DialogNotes.NONE);
        model.show(index);
        applied("note.mark == \"B\"");
        model.use(KnownFields.catalog(), List.of(NoteFields.PREFIX));
        assertTrue(runs.isEmpty());
        assertEquals("", model.textProperty().get());
        assertEquals(Optional.empty(), model.filteredProperty().get());
    }

    @Test
    void anotherCaptureDropsWhatWasLeftOfTheOneBefore() throws FilterSyntaxException {
        model.show(index);
        applied("sip.Method == \"INVITE\"");
        model.show(other);
        assertEquals(Optional.empty(), model.filteredProperty().get());
        runs.remove().work.run();
        assertSame(other, filtered().index());
        model.showNothing();
        assertEquals(Optional.empty(), model.filteredProperty().get());
        assertEquals("sip.Method == \"INVITE\"", model.textProperty().get());
    }

    @Test
    void onlyTheMessagesThatFitOrTheirDialogs() throws FilterSyntaxException {
        model.show(index);
        applied("sip.Method == \"BYE\"");
        assertFalse(filtered().onlyMessages());
        model.onlyMessagesProperty().set(true);
        assertTrue(filtered().onlyMessages());
        assertTrue(runs.isEmpty());
    }

    private void use(DialogNotes notes) {
        FieldCatalog catalog = KnownFields.catalog().with(NoteFields.of(notes));
        model.use(catalog, List.of(NoteFields.PREFIX));
    }

    private DialogNotes noted(int... dialogs) {
        DialogNotes notes = DialogNotes.NONE;
        DialogNote note = new DialogNote(Optional.of(NoteMark.B), new TreeSet<>(), "");
        for (int dialog : dialogs) {
            notes = notes.with(Map.of(index.dialogs().callId(dialog), note));
        }
        return notes;
    }
}
