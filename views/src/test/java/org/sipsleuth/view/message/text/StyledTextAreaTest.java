package org.sipsleuth.view.message.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.view.message.MessageView;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StyledTextAreaTest {

    private static final String TEXT = "one two_2  three\nfour\n\nZoë 漢字 😀e\u0301 سلام end\n\ttab\tstops";
    private static final double CHARACTER = 7.3; // of the font that style sheets name, nearly

    private StyledTextArea area;
    private Scene scene;

    @Start
    void start(Stage stage) {
        area = new StyledTextArea();
        area.getStyleClass().add("message-text");
        StackPane root = new StackPane(area);
        root.getStylesheets()
                .add(Objects.requireNonNull(MessageView.class.getResource("Message.css")).toExternalForm());
        scene = FxStage.show(stage, root, 400, 120);
        area.show(TEXT, List.of(new StyledRange(0, 3, "start-line")));
        area.requestFocus();
    }

    @Test
    void keysMoveTheCaret(FxRobot robot) {
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertEquals(2, area.caret());
        robot.type(KeyCode.DOWN);
        assertEquals(TEXT.indexOf("four") + 2, area.caret());
        robot.type(KeyCode.DOWN);
        assertEquals(TEXT.indexOf("\n\n") + 1, area.caret(), "the row is shorter");
        robot.type(KeyCode.UP);
        assertEquals(TEXT.indexOf("four") + 2, area.caret(), "it keeps to where it was");
        robot.type(KeyCode.END);
        assertEquals(TEXT.indexOf("four") + 4, area.caret());
        robot.type(KeyCode.HOME);
        assertEquals(TEXT.indexOf("four"), area.caret());
        robot.type(KeyCode.LEFT);
        assertEquals(TEXT.indexOf("\nfour"), area.caret());
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        assertEquals(TEXT.length(), area.caret());
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN);
        assertEquals(TEXT.length(), area.caret());
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        robot.type(KeyCode.UP);
        assertEquals(0, area.caret());
    }

    @Test
    void wordsAndWholeCharactersAreSteps(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        robot.release(KeyCode.CONTROL);
        assertEquals("one two_2".length(), area.caret());
        robot.press(KeyCode.CONTROL).type(KeyCode.LEFT).release(KeyCode.CONTROL);
        assertEquals("one ".length(), area.caret());
        int face = TEXT.indexOf("😀");
        robot.interact(() -> area.select(face, face));
        robot.type(KeyCode.RIGHT);
        assertEquals(face + 2, area.caret(), "both halves of the pair");
        robot.type(KeyCode.RIGHT);
        assertEquals(face + 4, area.caret(), "the letter and its accent");
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertEquals(face, area.caret());
    }

    @Test
    void shiftSelectsAndLeavingGoesToTheEdge(FxRobot robot) {
        robot.press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
        assertEquals("one two_2  three", area.selectedText());
        assertEquals(16, area.caret());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertEquals("one two_2  three", clipboard());
        robot.type(KeyCode.LEFT);
        assertEquals(0, area.caret());
        assertEquals("", area.selectedText());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertEquals("one two_2  three", clipboard(), "nothing is selected, nothing copied");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertEquals(TEXT, area.selectedText());
        Legibility.check(scene, "text-selected");
    }

    @Test
    void theMouseSelects(FxRobot robot) {
        robot.moveTo(on(6)).press(MouseButton.PRIMARY);
        robot.moveTo(on(9)).release(MouseButton.PRIMARY);
        assertEquals("o_2", area.selectedText());
        robot.press(KeyCode.SHIFT).clickOn(on(11)).release(KeyCode.SHIFT);
        assertEquals("o_2  ", area.selectedText());
        robot.doubleClickOn(on(5));
        assertEquals("two_2", area.selectedText());
        robot.doubleClickOn(on(8.4)); // the right half of its last letter
        assertEquals("two_2", area.selectedText());
        robot.doubleClickOn(on(13));
        robot.clickOn(on(13));
        assertEquals("one two_2  three", area.selectedText(), "three presses take the line");
        robot.rightClickOn(on(2));
        assertEquals("one two_2  three", area.selectedText(), "a menu is about the selection");
    }

    @Test
    void keysOfTheWindowAreLeftToIt(FxRobot robot) {
        List<KeyCode> left = new ArrayList<>();
        robot.interact(() -> scene.setOnKeyPressed(event -> left.add(event.getCode())));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.A);
        robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertTrue(left.containsAll(List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.A)), left.toString());
        assertEquals("", area.selectedText());
        assertEquals(0, area.caret());
    }

    @Test
    void theLastCharacterOfABrokenRowCanBeSelected(FxRobot robot) {
        String words = "word;".repeat(20);
        robot.interact(() -> area.show(words, List.of()));
        int end = area.laid().rows().end(0);
        assertTrue(end < words.length());
        robot.type(KeyCode.END);
        assertEquals(end - 1, area.caret(), "the row's end is the next one's beginning");
        robot.type(KeyCode.HOME);
        robot.press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
        assertEquals(words.substring(0, end), area.selectedText());
        robot.interact(() -> area.select(end, end + 4));
        Legibility.check(scene, "text-broken");
    }

    @Test
    void longPartsAreShownFromTheirBeginning(FxRobot robot) {
        robot.interact(() -> area.show("line\n".repeat(200), List.of()));
        ScrollBar bar = robot.from(area).lookup(".scroll-bar").query();
        robot.interact(() -> area.select(5 * 50, 5 * 150));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(50 * area.rowHeight(), bar.getValue(), 1);
        robot.interact(() -> area.select(5 * 199, 5 * 199 + 2));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(bar.getMax(), bar.getValue(), 2 * area.rowHeight());
    }

    @Test
    void aPointLeadsToItsCharacter(FxRobot robot) {
        Point2D at = inArea(4);
        assertEquals(4, area.characterAt(at.getX(), at.getY()));
        assertEquals(-1, area.characterAt(390, at.getY()), "behind the line's end");
        assertEquals(16, area.placeAt(390, at.getY()));
        assertEquals(TEXT.length(), area.placeAt(390, 1_000));
        assertEquals(-1, area.characterAt(20, 1_000));
        robot.interact(() -> area.show("", List.of()));
        assertEquals(0, area.placeAt(50, 50));
        assertEquals(-1, area.characterAt(50, 50));
    }

    @Test
    void longTextsScrollToTheCaretAndByTheWheel(FxRobot robot) {
        robot.interact(() -> area.show("line\n".repeat(200), List.of()));
        ScrollBar bar = robot.from(area).lookup(".scroll-bar").query();
        assertTrue(bar.isVisible());
        assertEquals(0, bar.getValue());
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(bar.getMax(), bar.getValue());
        robot.type(KeyCode.PAGE_UP).type(KeyCode.PAGE_UP);
        WaitForAsyncUtils.waitForFxEvents();
        double before = bar.getValue();
        assertTrue(before < bar.getMax());
        robot.moveTo(area).scroll(1, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(bar.getValue() < before);
        assertTrue(bar.getValue() > 0);
        robot.interact(() -> area.show("other\n".repeat(200), List.of()));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, bar.getValue(), "another text begins at its beginning");
        robot.interact(() -> area.show(TEXT, List.of()));
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(bar.isVisible());
    }

    @Test
    void rowsAreBrokenAnewForAnotherWidth(FxRobot robot) {
        String words = "word ".repeat(20);
        robot.interact(() -> area.show(words, List.of()));
        int before = area.laid().rows().count();
        robot.interact(() -> scene.getWindow().setWidth(200));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(area.laid().rows().count() > before);
    }

    @Test
    void whatThePointerRestsOnIsReported(FxRobot robot) throws TimeoutException {
        robot.interact(() -> area.setHints(place -> place < 3 ? "the first word" : ""));
        robot.moveTo(on(1));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> isReported("the first word"));
        robot.moveTo(on(6));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !isReported("the first word"));
    }

    @Test
    void screenReadersAreInformed(FxRobot robot) {
        robot.interact(() -> area.select(4, 7));
        assertEquals(TEXT, area.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertEquals(7, area.queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET));
        assertEquals(4, area.queryAccessibleAttribute(AccessibleAttribute.SELECTION_START));
        assertEquals(1, area.queryAccessibleAttribute(AccessibleAttribute.LINE_FOR_OFFSET, 18));
        assertEquals(17, area.queryAccessibleAttribute(AccessibleAttribute.LINE_START, 1));
        assertNull(area.queryAccessibleAttribute(AccessibleAttribute.LINE_START, -1));
        assertNull(area.queryAccessibleAttribute(AccessibleAttribute.LINE_END, 100));
        robot.interact(() -> area.executeAccessibleAction(AccessibleAction.SET_TEXT_SELECTION, 0, 3));
        assertEquals("one", area.selectedText());
        assertNotNull(area.queryAccessibleAttribute(AccessibleAttribute.FONT));
    }

    @Test
    void theCaretBlinksWhileTheTextHasTheFocus(FxRobot robot) throws TimeoutException {
        Node caret = robot.from(area).lookup(".caret").query();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !caret.isVisible());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, caret::isVisible);
        robot.interact(() -> scene.getRoot().requestFocus());
        assertFalse(caret.isVisible());
    }

    @Test
    void everythingIsSeenInBothThemes(FxRobot robot) {
        String styles = "start-line header-name uri quoted tag branch escape defect found";
        StringBuilder text = new StringBuilder(TEXT).append('\n');
        List<StyledRange> ranges = new ArrayList<>();
        for (String style : styles.split(" ")) {
            int from = text.length();
            text.append(style);
            ranges.add(new StyledRange(from, text.length(), style));
            text.append(' ');
        }
        int from = text.length();
        text.append("compact");
        ranges.add(new StyledRange(from, text.length(), "compact-name"));
        robot.interact(() -> area.show(text.toString(), List.of()));
        Set<Integer> plain = colours(robot);
        robot.interact(() -> area.show(text.toString(), ranges));
        Set<Integer> light = colours(robot);
        assertTrue(light.size() > 2 * plain.size(), plain.size() + " and " + light.size());
        Legibility.check(scene, "text-light");
        assertEquals(List.of("start-line"), area.stylesAt(TEXT.length() + 1));
        robot.interact(() -> FxStage.setDark(scene, true));
        Legibility.check(scene, "text-dark");
        Set<Integer> dark = colours(robot);
        assertTrue(dark.size() > 2 * plain.size(), plain.size() + " and " + dark.size());
        light.retainAll(dark);
        assertTrue(light.size() < dark.size() / 4, light.size() + " of " + dark.size());
    }

    @Test
    void draggingBeyondTheEdgeGoesOnWhileThePointerRests(FxRobot robot) throws TimeoutException {
        robot.interact(() -> area.show("line\n".repeat(200), List.of()));
        robot.interact(() -> {
            area.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 40));
            area.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, 200));
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> area.caret() > 500);
        robot.interact(() -> area.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, 200)));
        int caret = area.caret();
        robot.sleep(200);
        assertEquals(caret, area.caret());
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double y) {
        PickResult none = null;
        return new MouseEvent(type, 20, y, 20, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, true, none);
    }

    /// The colours that the area has on the screen.
    private Set<Integer> colours(FxRobot robot) {
        Set<Integer> found = new HashSet<>();
        robot.interact(() -> {
            WritableImage image = area.snapshot(null, null);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    found.add(image.getPixelReader().getArgb(x, y));
                }
            }
        });
        return found;
    }

    /// A point on a character of the first line, in its left half.
    private Point2D on(double character) {
        Point2D at = inArea(character);
        return area.localToScreen(at.getX(), at.getY());
    }

    private Point2D inArea(double character) {
        double x = area.snappedLeftInset() + (character + 0.3) * CHARACTER;
        return new Point2D(x, area.snappedTopInset() + 5);
    }

    private static boolean isReported(String words) {
        return Window.getWindows()
                .stream()
                .anyMatch(window -> window instanceof Tooltip tip && tip.isShowing() && tip.getText().equals(words));
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(1_000, () -> Clipboard.getSystemClipboard().getString());
    }
}
