package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KeyTableTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void everyKeyOfACommandIsInTheHelp(FxRobot robot) {
        robot.push(KeyCode.F1);
        Set<String> shown = robot.lookup(".help .key")
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .collect(Collectors.toSet());
        for (CommandGroup group : window.workbench().commandGroups()) {
            for (Command command : group.commands()) {
                assertTrue(command.keys().isEmpty() || shown.contains(command.keyText()),
                        command.textKey() + " " + command.keyText());
            }
        }
        window.checkLegible("workbench-keys");
    }

    /// A key cap is as wide as its keys, and only a long gesture is wrapped, between words.
    @Test
    void noKeyCapBreaksItsKeys(FxRobot robot) {
        robot.push(KeyCode.F1);
        for (int step = 0; step < 4; step++) {
            for (Label cap : robot.lookup(".help .key").queryAllAs(Label.class)) {
                double whole = cap.prefWidth(-1);
                assertTrue(cap.getWidth() >= Math.min(whole, WIDEST_KEYS) - 1,
                        "\"" + cap.getText() + "\" has " + cap.getWidth() + " of " + whole);
            }
            robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
            waitForFxEvents();
        }
    }

    /// In pixels; a gesture that needs more is wrapped.
    private static final double WIDEST_KEYS = 150;

    /// Single keys with which a queue is worked through: verdicts, note, undo, next and previous,
    /// and what becomes of safe sequences.
    private static final List<String> TRIAGE =
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "N", "U", "S", "Y", "Left", "Right", "B");

    private static final Predicate<String> IN_TRIAGE = key -> key.startsWith("triage.");

    @Test
    void aKeyMeansTheSameEverywhere() {
        Map<String, Set<String>> meanings = new TreeMap<>();
        for (CommandGroup group : window.workbench().commandGroups()) {
            for (Command command : group.commands()) {
                for (KeyCombination key : command.keys()) {
                    meanings.computeIfAbsent(key.getName(), _ -> new TreeSet<>()).add(command.textKey());
                }
            }
        }
        meanings.getOrDefault("T", new TreeSet<>()).remove("lab.key.take"); // only while a lab is in progress
        TRIAGE.forEach(key -> meanings.getOrDefault(key, new TreeSet<>()).removeIf(IN_TRIAGE));
        List<String> twice = new ArrayList<>();
        meanings.forEach((key, commands) -> {
            if (commands.size() > 1) {
                twice.add(key + " " + commands);
            }
        });
        assertEquals(List.of(), twice);
    }
}
