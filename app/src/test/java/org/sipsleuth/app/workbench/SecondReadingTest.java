package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.lab.LabsPage;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Nothing of a capture is left on any page once another one has been read in the same window:
/// every text is that of a window that has read only the second one.
@ExtendWith(ApplicationExtension.class)
class SecondReadingTest {

    /// How long a computation took is a figure of the run, not of the capture.
    private static final Pattern OF_THE_RUN = Pattern.compile("replayed in [0-9.,]+ ");

    private static final String RAIL = "rail-";
    private static final int LEAST_OTHER = 50;
    private static final int PATIENCE = 60;
    private static final int ALIKE = 3;

    @TempDir private Path directory;
    private TestWindow fresh;
    private TestWindow window;

    @Start
    void start(Stage stage) throws IOException {
        fresh = shown(stage, "fresh");
        window = shown(new Stage(), "again");
    }

    private TestWindow shown(Stage stage, String name) throws IOException {
        TestWindow its = new TestWindow(Files.createDirectories(directory.resolve(name)));
        its.staysOnOverview();
        its.show(stage);
        return its;
    }

    private static void read(TestWindow its, Path capture) {
        its.open(capture);
        waitUntil(() -> {
            SessionState found = its.workbench().session().stateProperty().get();
            return found.runs().size() == Methods.standard().all().size() && its.workbench().isAtRest();
        });
    }

    /// The words of all pages but for those of the capture before.
    @ParameterizedTest
    @CsvSource({"incident.pcap, office-hour.pcap", "flood.pcap, call.pcap", "office-hour.pcap, incident.pcap"})
    void everyTextIsOfTheCaptureThatWasReadLast(String before, String after) throws IOException {
        read(fresh, fresh.sample(after));
        Map<String, List<String>> right = new LinkedHashMap<>();
        for (String page : pages()) {
            fresh.run(() -> fresh.workbench().openPage(page));
            right.put(page, settled(fresh));
        }
        read(window, window.sample(before));
        Set<String> old = new TreeSet<>();
        for (String page : pages()) {
            choose(page);
            old.addAll(settled(window));
        }
        read(window, window.sample(after));
        List<Executable> differences = new ArrayList<>();
        for (String page : right.keySet()) {
            window.run(() -> window.workbench().openPage(page));
            String said = without(awaited(right.get(page)), right.get(page));
            String missing = without(right.get(page), texts(window));
            differences.add(() -> assertEquals("", said, page + " still says, after " + before));
            differences.add(() -> assertEquals("", missing, page + " does not say, after " + before));
        }
        old.removeAll(right.values().stream().flatMap(List::stream).toList());
        differences.add(() -> assertTrue(old.size() > LEAST_OTHER, "the captures are alike"));
        assertAll(differences);
    }

    /// A live capture that waits for its first packet has closed the one before.
    @Test
    void nothingIsLeftOnceALiveCaptureBegins() throws IOException {
        listen(fresh);
        Map<String, List<String>> right = new LinkedHashMap<>();
        for (String page : pages()) {
            fresh.run(() -> fresh.workbench().openPage(page));
            right.put(page, settled(fresh));
        }
        read(window, window.sample("flood.pcap"));
        for (String page : pages()) {
            choose(page);
            settled(window);
        }
        listen(window);
        List<Executable> differences = new ArrayList<>();
        for (String page : right.keySet()) {
            window.run(() -> window.workbench().openPage(page));
            String said = without(awaited(right.get(page)), right.get(page));
            differences.add(() -> assertEquals("", said, page + " still says"));
        }
        assertAll(differences);
    }

    private static void listen(TestWindow its) {
        for (String button : List.of("#live", "#start")) {
            waitUntil(() -> its.stage().getScene().lookup(button) instanceof ButtonBase found && !found.isDisabled());
            its.run(() -> ((ButtonBase) its.stage().getScene().lookup(button)).fire());
        }
        waitUntil(() -> its.state() instanceof Live && its.state().index().isEmpty());
    }

    /// Chooses what a user might have chosen before another capture is opened.
    private void choose(String page) {
        window.run(() -> {
            window.workbench().openPage(page);
            MessageTable messages = window.state().index().orElseThrow().messages();
            TimeRange firstHalf =
                    new TimeRange(messages.capturedAtNanos(0), messages.capturedAtNanos(messages.size() / 2));
            window.workbench()
                    .selection()
                    .set(Selection.NONE.withTime(Optional.of(firstHalf))
                            .withDialogs(List.of(0))
                            .withMessages(List.of(0)));
        });
    }

    /// Without the list of labs: that is of no capture, and proposes a random seed.
    private List<String> pages() {
        return WaitForAsyncUtils.waitForAsyncFx(TestWindow.PATIENCE_SECONDS * 1000L,
                () -> fresh.stage()
                        .getScene()
                        .getRoot()
                        .lookupAll(".toggle-button")
                        .stream()
                        .map(Node::getId)
                        .filter(id -> id != null && id.startsWith(RAIL))
                        .map(id -> id.substring(RAIL.length()))
                        .filter(id -> !id.equals(LabsPage.ID))
                        .distinct()
                        .toList());
    }

    private List<String> texts(TestWindow its) {
        List<String> all = WaitForAsyncUtils.waitForAsyncFx(TestWindow.PATIENCE_SECONDS * 1000L, () -> {
            Parent root = its.stage().getScene().getRoot();
            root.lookupAll(".list-view").forEach(SecondReadingTest::toTop);
            return ShownTexts.of(root).whole();
        });
        return all.stream()
                .map(text -> text.replace(its.path("").toString(), ""))
                .map(text -> OF_THE_RUN.matcher(text).replaceAll("*"))
                .sorted()
                .toList();
    }

    /// A list stays where it was scrolled to; the same rows have to be in view to compare them.
    private static void toTop(Node list) {
        if (list instanceof ListView<?> rows) {
            rows.scrollTo(0);
        }
    }

    /// What is shown once it stays the same.
    private List<String> settled(TestWindow its) {
        List<String> before = List.of();
        int alike = 0;
        for (int i = 0; i < PATIENCE && alike < ALIKE; i++) {
            its.pause();
            List<String> now = texts(its);
            alike = now.equals(before) ? alike + 1 : 0;
            before = now;
        }
        return before;
    }

    /// What is shown once it is right; if it never is, in the end.
    private List<String> awaited(List<String> right) {
        List<String> now = List.of();
        for (int i = 0; i < PATIENCE && !now.equals(right); i++) {
            window.pause();
            now = texts(window);
        }
        return now;
    }

    private static String without(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return String.join("\n", left);
    }
}
