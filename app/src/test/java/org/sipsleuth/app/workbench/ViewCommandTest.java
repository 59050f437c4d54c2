package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.StringLiteral;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.page.Page;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A copied command is taken apart by a shell, run by the program, and gives what the window shows.
@ExtendWith(ApplicationExtension.class)
class ViewCommandTest {

    private static final String FAILED = "sip.Status-Code == 404 && sip.from.user matches \"^[0-9]+$\"";

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    /// In a folder whose name would be several words, or run something, in a shell.
    private void open(String sample) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("it's a $(touch x); \"case\" *"));
        Path copy = folder.resolve("-a capture.pcap");
        Files.copy(window.sample(sample), copy);
        window.open(copy);
        waitUntil(window.workbench()::isAtRest);
    }

    private Filtered filter(String text) {
        window.run(() -> {
            try {
                window.workbench().filter().apply(text);
            } catch (FilterSyntaxException wrong) {
                throw new IllegalStateException(wrong);
            }
        });
        waitUntil(() -> window.workbench()
                .filter()
                .filteredProperty()
                .get()
                .filter(left -> left.text().equals(text))
                .isPresent());
        return window.workbench().filter().filteredProperty().get().orElseThrow();
    }

    private Optional<String> copied(Runnable copies) {
        String[] text = {null};
        window.run(() -> {
            Clipboard.getSystemClipboard().clear();
            copies.run();
            text[0] = Clipboard.getSystemClipboard().getString();
        });
        return Optional.ofNullable(text[0]);
    }

    private List<String> words(String page) throws Exception {
        window.run(() -> window.workbench().openPage(page));
        return split(copied(window.workbench()::copyCommand).orElseThrow());
    }

    /// As a shell takes it apart.
    private List<String> split(String command) throws Exception {
        Path out = directory.resolve("words");
        Process shell =
                new ProcessBuilder("sh", "-c", "printf '%s\\0' " + command).redirectOutput(out.toFile()).start();
        assertEquals(0, shell.waitFor(), command);
        List<String> words = new ArrayList<>(List.of(Files.readString(out, StandardCharsets.UTF_8).split("\0", -1)));
        words.removeLast();
        assertEquals("sipsleuth", words.removeFirst());
        return words;
    }

    private static Run run(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(1, List.of(more));
        Run run = Run.of(all.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private static int rows(List<String> words) {
        return run(words, "--format", "csv").records().size();
    }

    @Test
    void messagesDialogsStatisticsAndIncidentsAreTheSameOnTheCommandLine() throws Exception {
        open("incident.pcap");
        SipIndex index = window.state().index().orElseThrow();
        assertEquals(index.dialogs().size(), rows(words("dialogs")));
        int incidents = window.workbench().session().foundProperty().get().orElseThrow().incidents().size();
        assertTrue(incidents > 0);
        assertEquals(incidents, run(words("overview"), "--incidents", "--format", "csv").records().size());
        Filtered left = filter(FAILED);
        assertTrue(left.found().size() > 0 && left.found().dialogCount() < index.dialogs().size());
        assertEquals(left.found().dialogCount(), rows(words("dialogs")));
        List<String> statistics = run(words("statistics"), "--format", "csv").records();
        assertTrue(
                statistics.stream()
                        .anyMatch(row -> row.startsWith("total,dialogs," + left.found().dialogCount() + ",")),
                statistics.toString());
        window.run(() -> window.workbench().filter().onlyMessagesProperty().set(true));
        assertEquals(left.found().size(), rows(words("dialogs")));
        long from = index.messages().capturedAtNanos(index.messages().size() / 3);
        long to = index.messages().capturedAtNanos(index.messages().size() / 2);
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withTime(Optional.of(new Selection.TimeRange(from, to)))));
        assertEquals(left.found().within(index.messages(), from, to).size(), rows(words("dialogs")));
    }

    @Test
    void textsOfMessagesStayOneWord() throws Exception {
        open("torture.pcap");
        SipIndex index = window.state().index().orElseThrow();
        for (String text : List.of("'; touch x; '", "$(touch x) `touch x`", "a\\b\"c", "--help")) {
            String filter = "sip contains " + StringLiteral.quoted(text);
            filter(filter);
            List<String> words = words("dialogs");
            assertTrue(words.contains("--filter=" + filter), words.toString());
        }
        window.run(() -> window.workbench().filter().drop());
        int ladders = 0;
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            if (index.dialogs().callId(dialog).matches("[A-Za-z0-9@.-]*")) {
                continue; // a shell takes it as it is
            }
            int its = dialog;
            window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(its))));
            Optional<String> command = copied(window.workbench()::copyLadderCommand);
            if (command.isPresent()) {
                ladders++;
                assertTrue(split(command.get()).contains("--call-id=" + index.dialogs().callId(dialog)), command.get());
            }
        }
        assertTrue(ladders > 2, "the sample has Call-IDs with characters of shells");
    }

    @Test
    void everyPageHasACommandThatTheProgramTakesOrAReason() throws Exception {
        open("incident.pcap");
        List<Page> pages = new ArrayList<>();
        window.workbench().eachPage(pages::add);
        for (Page page : pages) {
            window.run(() -> window.workbench().openPage(page.id()));
            Optional<String> command = copied(window.workbench()::copyCommand);
            if (page.id().equals("case")) {
                assertTrue(command.isEmpty(), "no case is open");
                assertTrue(ShownTexts.of(window.workbench().root()).whole().toString().contains("Open a case first."));
            } else {
                List<String> words = split(command.orElseThrow(() -> new AssertionError(page.id())));
                if (!page.id().equals("labs")) {
                    words.set(words.size() - 1, directory.resolve("none.pcap").toString());
                    assertEquals(3, Run.of(words.toArray(String[]::new)).code(), page.id() + ": " + words);
                }
            }
        }
    }

    @Test
    void withoutACaptureNothingIsCopied() {
        window.run(() -> window.workbench().openPage("statistics"));
        assertNull(copied(window.workbench()::copyCommand).orElse(null));
    }
}
