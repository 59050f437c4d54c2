package org.sipsleuth.view.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.export.ExportOrder.Answer;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.SampleCalls;

class ExportModelTest {

    @TempDir private Path folder;
    private final Memory memory = Memory.forgetful();
    private Path capture;
    private SipIndex index;
    private ExportModel model;
    private boolean isStopped;

    /// Does everything at once.
    private final class AtOnce implements ExportModel.Background {

        @Override
        public void validate(ExportOrder order, Consumer<Answer> then) {
            then.accept(order.validate());
        }

        @Override
        public Runnable write(RunTask.Run<ExportOutcome> work, ExportModel.Ending ending) {
            try {
                ending.done(work.run(monitor()));
            } catch (CancellationException stopped) {
                ending.stopped();
            } catch (Exception failure) {
                ending.failed(failure);
            }
            return () -> {};
        }

        private RunMonitor monitor() {
            return new RunMonitor() {
                @Override
                public void progress(Progress progress) {
                    assertTrue(model.runningProperty().get());
                }

                @Override
                public boolean isCancelled() {
                    return isStopped;
                }
            };
        }
    }

    @BeforeEach
    void open() throws IOException {
        capture = folder.resolve("incident of walter.pcap");
        index = SampleCalls.calls(7).index(capture);
        model = new ExportModel(new AtOnce(), new ExportNames(memory));
    }

    private Exportable exportable(Selection selection) {
        return new Exportable(index, ReadOptions.NONE, selection, Optional.empty());
    }

    private void begin(Selection selection) {
        model.begin(exportable(selection));
    }

    private SipIndex written() throws IOException {
        return CaptureIndexer.read(List.of(model.outcomeProperty().get().orElseThrow().file()), RunMonitor.NONE);
    }

    @Test
    void theChosenDialogsAreWrittenAndReported() throws IOException {
        begin(Selection.NONE.withDialogs(List.of(1, 3)));
        assertEquals(ExportScope.DIALOGS, model.scopeProperty().get());
        model.targetProperty().set(folder.resolve("two.pcapng").toString());
        model.export();
        assertEquals(2, written().dialogs().size());
        ExportOutcome outcome = model.outcomeProperty().get().orElseThrow();
        assertTrue(outcome.headline().contains("two.pcapng"), outcome.headline());
        int messages = index.dialogs().messageCount(1) + index.dialogs().messageCount(3);
        assertTrue(outcome.details().getFirst().contains(messages + " messages"), outcome.details()::toString);
        assertTrue(outcome.details().getLast().startsWith("SHA-256 "));
    }

    @Test
    void chosenMessagesRangesOfTimeAndEverythingCanBeWritten() throws IOException {
        int[] first = index.messagesOf(5);
        TimeRange range =
                new TimeRange(index.messages().capturedAtNanos(first[0]), index.messages().capturedAtNanos(first[2]));
        begin(new Selection(Optional.of(range), List.of(), List.of(first[0], first[1])));
        model.targetProperty().set(folder.resolve("x.pcap").toString());
        model.scopeProperty().set(ExportScope.MESSAGES);
        model.export();
        assertEquals(2, written().messages().size());
        model.scopeProperty().set(ExportScope.TIME);
        model.export();
        assertEquals("", model.answerProperty().get().problem());
        SipIndex within = written();
        assertTrue(within.messages().size() >= 3);
        assertTrue(range.contains(within.messages().capturedAtNanos(0)));
        assertTrue(range.contains(within.messages().capturedAtNanos(within.messages().size() - 1)));
        model.scopeProperty().set(ExportScope.ALL);
        model.export();
        assertEquals(index.messages().size(), written().messages().size());
    }

    @Test
    void whatIsNotThereSaysWhy() {
        Exportable nothing = exportable(Selection.NONE);
        assertEquals(ExportScope.ALL, nothing.first());
        assertFalse(nothing.has(ExportScope.CALLS));
        for (ExportScope scope : ExportScope.values()) {
            assertFalse(nothing.words(scope).isEmpty());
        }
        Exportable chosen = exportable(Selection.NONE.withDialogs(List.of(1)));
        assertFalse(chosen.has(ExportScope.CALLS));
        assertTrue(chosen.words(ExportScope.CALLS).contains("still searching"));
    }

    @Test
    void wholeCallsHaveAllTheirLegs() {
        Legs legs = Legs.of(index, LegSettings.USUAL, RunMonitor.NONE);
        Selection one = Selection.NONE.withDialogs(List.of(5));
        Exportable from = new Exportable(index, ReadOptions.NONE, one, Optional.of(legs));
        assertTrue(from.has(ExportScope.CALLS));
        assertArrayEquals(legs.legsOf(5).stream().mapToInt(Integer::intValue).toArray(),
                from.request(ExportScope.CALLS, false).dialogs());
    }

    @Test
    void openCapturesAreNeverWrittenByWhateverName() throws IOException {
        byte[] before = Files.readAllBytes(capture);
        Path link = Files.createSymbolicLink(folder.resolve("link.pcap"), capture);
        Path hard = Files.createLink(folder.resolve("hard.pcap"), capture);
        begin(Selection.NONE);
        for (Path name : List.of(capture, link, hard)) {
            model.targetProperty().set(name.toString());
            String problem = model.answerProperty().get().problem();
            assertTrue(problem.contains("inputs are only read"), problem);
            model.export();
            assertTrue(model.outcomeProperty().get().isEmpty());
            assertFalse(model.runningProperty().get());
            assertArrayEquals(before, Files.readAllBytes(capture));
        }
        model.anonymousProperty().set(true);
        model.targetProperty().set(folder.resolve("new.pcap").toString());
        model.keyProperty().set(link.toString());
        assertTrue(model.answerProperty().get().problem().contains("never modified"));
    }

    @Test
    void keyLogsInUseAreNotWrittenEither() throws IOException {
        Path keyLog = Files.writeString(folder.resolve("k.pcap"), "CLIENT_RANDOM 00 00\n");
        ReadOptions options = new ReadOptions(List.of(keyLog));
        model.begin(new Exportable(index, options, Selection.NONE, Optional.empty()));
        model.targetProperty().set(keyLog.toString());
        assertTrue(model.answerProperty().get().problem().contains("only read"));
    }

    @Test
    void whatIsWrongWithANameIsReportedAndSoIsWhatWouldBeReplaced() throws IOException {
        begin(Selection.NONE);
        for (String name : List.of("", "x.txt", "no/such/folder/x.pcap")) {
            model.targetProperty().set(name.isEmpty() ? "" : folder.resolve(name).toString());
            assertFalse(model.answerProperty().get().problem().isEmpty(), name);
        }
        Path foreign = Files.writeString(folder.resolve("foreign.pcap"), "damaged evidence");
        model.targetProperty().set(foreign.toString());
        assertTrue(model.answerProperty().get().problem().contains("did not write"));
        Path there = Files.createFile(folder.resolve("there.pcap"));
        model.targetProperty().set(there.toString());
        assertEquals("", model.answerProperty().get().problem());
        assertTrue(model.answerProperty().get().note().contains("replaced"));
        model.export();
        assertTrue(Files.size(there) > 100);
        assertTrue(model.outcomeProperty().get().isPresent());
        model.again();
        assertTrue(model.outcomeProperty().get().isEmpty());
    }

    @Test
    void anAnonymisedCopyNamesNobodyNotEvenByItsOwnName() throws IOException {
        begin(Selection.NONE.withDialogs(List.of(5)));
        assertTrue(model.targetProperty().get().endsWith("incident of walter-export.pcapng"));
        model.anonymousProperty().set(true);
        assertTrue(model.targetProperty().get().endsWith("anonymous.pcap"));
        Path key = folder.resolve("my.key");
        model.keyProperty().set(key.toString());
        assertTrue(model.answerProperty().get().note().contains("new key is created"));
        model.export();
        assertTrue(Files.exists(key));
        SipIndex copy = written();
        assertEquals(index.dialogs().sequenceText(5), copy.dialogs().sequenceText(0));
        assertFalse(copy.dialogs().caller(0).contains("example.com"));
        assertFalse(copy.dialogs().callId(0).equals(index.dialogs().callId(5)));
        model.targetProperty().set(key.toString());
        assertFalse(model.answerProperty().get().problem().isEmpty());
    }

    @Test
    void withoutAKeyFileTheKeyIsThatOfTheCaptureFarFromTheCopy() throws IOException {
        String home = System.getProperty("user.home");
        System.setProperty("user.home", folder.resolve("home").toString());
        try {
            begin(Selection.NONE.withDialogs(List.of(5)));
            model.anonymousProperty().set(true);
            assertEquals("", model.keyProperty().get());
            String note = model.answerProperty().get().note();
            assertTrue(note.contains("home/.local/share/sipsleuth/keys"), note);
            model.targetProperty().set(folder.resolve("one.pcap").toString());
            model.export();
            String callId = written().dialogs().callId(0);
            model.again();
            model.targetProperty().set(folder.resolve("two.pcap").toString());
            model.export();
            assertEquals(callId, written().dialogs().callId(0));
            Path key = folder.resolve("home/.local/share/sipsleuth/keys")
                    .resolve(index.files().getFirst().sha256(RunMonitor.NONE) + ".key");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
            try (var beside = Files.list(folder)) {
                assertTrue(beside.noneMatch(file -> file.toString().endsWith(".key")));
            }
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void aStoppedExportLeavesNothingAndSaysSo() {
        begin(Selection.NONE);
        Path target = folder.resolve("stopped.pcapng");
        model.targetProperty().set(target.toString());
        isStopped = true;
        model.export();
        assertFalse(Files.exists(target));
        assertTrue(model.answerProperty().get().note().contains("Cancelled; nothing was written"));
        assertFalse(model.runningProperty().get());
        assertTrue(model.outcomeProperty().get().isEmpty());
    }

    @Test
    void folderAndKeyAreRemembered() throws IOException {
        begin(Selection.NONE);
        Path other = Files.createDirectory(folder.resolve("other"));
        model.anonymousProperty().set(true);
        model.keyProperty().set(folder.resolve("case.key").toString());
        model.targetProperty().set(other.resolve("a.pcap").toString());
        model.export();
        ExportModel next = new ExportModel(new AtOnce(), new ExportNames(memory));
        next.begin(exportable(Selection.NONE));
        assertEquals(other.resolve("incident of walter-export.pcapng").toString(), next.targetProperty().get());
        assertEquals(folder.resolve("case.key").toString(), next.keyProperty().get());
    }

    @Test
    void whereNothingIsWholeThatIsSaid() {
        model.beginWithout("not yet");
        assertEquals("not yet", model.answerProperty().get().problem());
        model.export();
        assertFalse(model.runningProperty().get());
    }
}
