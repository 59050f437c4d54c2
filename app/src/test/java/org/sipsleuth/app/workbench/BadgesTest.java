package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The badge of a page in the rail is the number that its heading begins with.
@ExtendWith(ApplicationExtension.class)
class BadgesTest {

    /// The pages with a badge, and where each has its heading.
    private static final Map<String, String> HEADINGS =
            Map.of("overview", "#overview-headline", "unknown", "#summary", "triage", "#triage-progress");

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private static Map<String, String> badges(FxRobot robot) {
        Map<String, String> badges = new HashMap<>();
        for (Label badge : robot.lookup(".rail-badge").queryAllAs(Label.class)) {
            String page = badge.getStyleClass()
                    .stream()
                    .filter(styleClass -> styleClass.startsWith("badge-"))
                    .findFirst()
                    .orElseThrow()
                    .substring("badge-".length());
            badges.put(page, badge.getText());
        }
        return badges;
    }

    @ParameterizedTest
    @ValueSource(strings = {"torture.pcap", "incident.pcap", "office-hour.pcap", "flood.pcap"})
    void theHeadingBeginsWithTheBadge(String sample, FxRobot robot) throws IOException {
        window.open(window.sample(sample));
        waitUntil(() -> window.workbench().isAtRest());
        Map<String, String> badges = badges(robot);
        Set<String> shown = badges.entrySet()
                .stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (String page : shown) {
            String heading = HEADINGS.get(page);
            assertNotNull(heading, page + " has a badge, but no heading is compared");
            window.run(() -> robot.lookup("#rail-" + page).queryAs(ToggleButton.class).fire());
            waitUntil(() -> !text(robot, heading).isEmpty());
            String words = text(robot, heading);
            assertEquals(badges.get(page), words.split(" ", 2)[0], page + ": " + words);
        }
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }
}
