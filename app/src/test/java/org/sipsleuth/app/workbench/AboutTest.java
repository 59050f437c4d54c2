package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.program.BuildFacts;
import org.sipsleuth.app.program.ProgramLicence;
import org.sipsleuth.folder.UserFolders;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The page about the program, by its key and from the keyboard shortcuts.
@ExtendWith(ApplicationExtension.class)
class AboutTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static List<String> labels(FxRobot robot, String within) {
        return robot.from(robot.lookup(within))
                .lookup((Predicate<Node>) Label.class::isInstance)
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList();
    }

    private void press(FxRobot robot, String query) {
        window.run(robot.lookup(query).queryAs(Hyperlink.class)::fire);
    }

    private static String copied() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void theKeyOpensItAndEscapeClosesIt(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertTrue(isShown(robot, "#aboutPage"));
        assertTrue(labels(robot, "#aboutPage").contains(BuildFacts.ofProgram().version()));
        window.checkLegible("about");
        assertTrue(window.workbench().isBusy());
        robot.push(KeyCode.ESCAPE);
        assertFalse(window.workbench().isBusy());
    }

    @Test
    void theKeyboardShortcutsLeadToIt(FxRobot robot) {
        robot.push(KeyCode.F1);
        press(robot, "#helpAbout");
        assertTrue(isShown(robot, "#aboutPage"));
    }

    @Test
    void licencesAreReadInFull(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertFalse(isShown(robot, "#aboutText"));
        press(robot, "#aboutThirdParty");
        TextArea text = robot.lookup("#aboutText").queryAs(TextArea.class);
        assertTrue(text.isFocused());
        assertTrue(text.getText().contains("pcap4j-core"));
        window.checkLegible("about-licences");
        press(robot, "#aboutBack");
        assertFalse(isShown(robot, "#aboutText"));
        press(robot, "#aboutLicence");
        assertEquals(ProgramLicence.text(), text.getText());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertFalse(isShown(robot, "#aboutText"), "it begins at its top again");
    }

    @Test
    void theLicenceIsThatOfTheSources() throws IOException {
        assertEquals(Files.readString(ROOT.resolve("LICENSE")), ProgramLicence.text());
    }

    @Test
    void detailsAreCopied(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        window.run(robot.lookup("#aboutCopy").queryButton()::fire);
        String details = copied();
        assertTrue(details.startsWith("SipSleuth\nVersion: " + BuildFacts.ofProgram().version() + "\n"), details);
        assertTrue(details.contains("\nJava: Java 25"), details);
        assertFalse(details.contains(System.getProperty("user.home")), details);
    }

    @Test
    void foldersAreShownAndCopied(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        List<String> shown = labels(robot, "#aboutFolders");
        assertTrue(shown.containsAll(List.of(UserFolders.settings().toString(), UserFolders.data().toString(),
                UserFolders.cache().toString())), shown.toString());
        List<Button> buttons =
                List.copyOf(robot.from(robot.lookup("#aboutFolders")).lookup(".button").queryAllAs(Button.class));
        window.run(buttons.get(0)::fire);
        waitUntil(() -> window.desktop().shownFolders().equals(List.of(UserFolders.settings().resolve("."))));
        window.run(buttons.get(1)::fire);
        assertEquals(UserFolders.settings().toString(), copied());
        window.desktop().hasNoFolders();
        window.run(buttons.get(0)::fire);
        waitUntil(() -> robot.lookup("#aboutDone").queryAs(Label.class).getText().contains("no file manager"));
    }

    @Test
    void thePapersAreThoseOfTheReadme(FxRobot robot) throws IOException {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        String readme = Files.readString(ROOT.resolve("README.md")).replace("*", "");
        List<String> papers = labels(robot, "#aboutPapers");
        assertEquals(5, papers.size());
        papers.forEach(paper -> assertTrue(readme.contains("\n" + paper + "\n"), paper));
    }
}
