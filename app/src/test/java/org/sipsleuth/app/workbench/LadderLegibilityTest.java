package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;
import static org.sipsleuth.media.MediaCapture.CALLEE;
import static org.sipsleuth.media.MediaCapture.CALLER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.media.MediaCapture;
import org.sipsleuth.search.SearchKind;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The modes of a ladder, with the keys that set them, leave the window legible.
@ExtendWith(ApplicationExtension.class)
@Tag("long")
class LadderLegibilityTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.settings().put("inspector.open", "false");
        window.show(stage);
    }

    private void open(UnaryOperator<List<Integer>> dialogs, String... names) throws IOException {
        Path[] files = new Path[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = window.sample(names[i]);
        }
        window.open(files);
        SipIndex index = ((Shown) window.state()).shown().index();
        List<Integer> all = IntStream.range(0, index.dialogs().size()).boxed().toList();
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(dialogs.apply(all))));
    }

    private void focus(FxRobot robot) {
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
    }

    private void keys(FxRobot robot, KeyCode... codes) {
        focus(robot);
        for (KeyCode code : codes) {
            robot.push(code);
        }
    }

    private String options() {
        return window.settings().get("ladder").orElse("");
    }

    @Test
    void modesAreSetByKeysAndRemembered(FxRobot robot) throws IOException {
        open(all -> all.subList(0, 1), "lossy.pcap");
        window.checkLegible("ladder-plain");
        keys(robot, KeyCode.S, KeyCode.B, KeyCode.A, KeyCode.W);
        window.checkLegible("ladder-compressed-brackets-states-time");
        assertTrue(options().contains("compressed=true"), options());
        assertTrue(options().contains("TRANSACTIONS"), options());
        keys(robot, KeyCode.S, KeyCode.W, KeyCode.C, KeyCode.C, KeyCode.C);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.M);
        window.checkLegible("ladder-colours-marked");
        assertTrue(options().contains("colour=TRANSACTION;delta=MARK"), options());
    }

    @Test
    void severalDialogs(FxRobot robot) throws IOException {
        open(all -> all, "call.pcap", "busy.pcap", "forked.pcap", "register.pcap");
        keys(robot, KeyCode.C, KeyCode.A);
        window.checkLegible("ladder-several");
        keys(robot, KeyCode.L, KeyCode.L, KeyCode.L);
        window.checkLegible("ladder-domains");
        keys(robot, KeyCode.L, KeyCode.D, KeyCode.PERIOD, KeyCode.J);
        window.checkLegible("ladder-sdp-merged");
    }

    @Test
    void large(FxRobot robot) throws IOException {
        open(all -> all.subList(0, 1), "call.pcap");
        keys(robot, KeyCode.B, KeyCode.A, KeyCode.W);
        for (Theme theme : Theme.values()) {
            window.run(() -> {
                window.workbench().look().themeProperty().set(theme);
                window.stage().setWidth(3_840);
                window.stage().setHeight(2_160);
            });
            window.pause();
            Legibility.check(window.stage().getScene(), "ladder-3840-" + theme);
        }
        assertEquals(3_840, window.stage().getWidth());
    }

    @Test
    void manyLifelines(FxRobot robot) throws IOException {
        open(all -> all.subList(0, Math.min(400, all.size())), "flood-spoofed.pcap");
        keys(robot, KeyCode.END);
        window.checkLegible("ladder-many");
    }

    private static Path callWithMedia(Path file) {
        return new MediaCapture().invite("with-media@192.0.2.1", MediaCapture.audio(CALLER, 4_000, ""))
                .after(700)
                .answer("with-media@192.0.2.1", MediaCapture.audio(CALLEE, 5_000, ""))
                .after(40)
                .talk(CALLER, 4_000, CALLEE, 5_000, 7, 90)
                .udp(CALLER, 4_001, CALLEE, 5_001, MediaCapture.rtcp(7))
                .talk(CALLEE, 5_000, "192.0.2.77", 6_000, 8, 50)
                .talk(CALLEE, 5_000, CALLER, 4_000, 9, 60)
                .after(100)
                .bye("with-media@192.0.2.1")
                .write(file);
    }

    @Test
    void streamsAreArrowsInTheWindowAndInItsPicture(FxRobot robot) throws Exception {
        window.open(callWithMedia(directory.resolve("media.pcap")));
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0))));
        assertFalse(copiedText(robot).contains("RTP"), "not wanted yet");
        keys(robot, KeyCode.R, KeyCode.B);
        waitForStreams(robot);
        window.checkLegible("ladder-media");
        String text = copiedText(robot);
        List<String> streams = text.lines().filter(line -> line.contains("═")).toList();
        assertEquals(4, streams.size(), text);
        assertTrue(streams.getFirst().endsWith("  RTP PCMU 90 packets, 0.0 % lost, jitter 0.0 ms"), text);
        assertTrue(streams.getFirst().contains("▶"), "from the caller: " + text);
        assertTrue(text.contains("  RTCP 1 packet\n"), text);
        assertTrue(text.contains("192.0.2.77"), "the relay has a lifeline: " + text);
        keys(robot, KeyCode.R);
        assertFalse(copiedText(robot).contains("RTP"));
    }

    /// Copies until streams are in it: each copy waits for the window itself.
    private static void waitForStreams(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> copiedText(robot).contains("RTP"));
    }

    private static String copiedText(FxRobot robot) {
        robot.interact(() -> Clipboard.getSystemClipboard().clear());
        MenuButton button = robot.lookup("#export-button").queryAs(MenuButton.class);
        robot.interact(() -> button.getItems()
                .stream()
                .filter(item -> "dialogs-command-export-text".equals(item.getId()))
                .forEach(MenuItem::fire));
        waitUntil(() -> clipboard() != null);
        return String.valueOf(clipboard());
    }

    private static @Nullable String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void hitsOfASearchAreMarkedAndGoneTo(FxRobot robot) throws Exception {
        open(all -> all.subList(0, 1), "lossy.pcap");
        focus(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        robot.interact(() -> robot.lookup("#search-kind").<SearchKind>queryComboBox().setValue(SearchKind.REGEX));
        robot.interact(() -> robot.lookup("#search-wanted").queryTextInputControl().setText("^(BYE|ACK) .*:\\d+"));
        waitUntil(() -> robot.lookup("#search-result").queryLabeled().getText().startsWith("8 "));
        assertEquals(0, shownMessage());
        robot.push(KeyCode.F3);
        assertEquals(10, shownMessage());
        window.checkLegible("ladder-search");
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        assertEquals(21, shownMessage());
        double width = robot.lookup("#search-kind").<SearchKind>queryComboBox().getWidth();
        assertTrue(width < 120, "its words and no more: " + width);
    }

    private int shownMessage() {
        List<Integer> chosen = window.workbench().selection().get().messages();
        return chosen.isEmpty() ? 0 : chosen.getLast();
    }

    @Test
    void theMenuNamesTheModesWithTheirKeys(FxRobot robot) throws IOException {
        open(all -> all.subList(0, 1), "call.pcap");
        robot.clickOn("#ladder-modes");
        window.pause();
        Legibility.check(window.stage().getScene(), "ladder-menu");
        assertTrue(robot.lookup("Compressed: changes only  (S)").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
    }
}
