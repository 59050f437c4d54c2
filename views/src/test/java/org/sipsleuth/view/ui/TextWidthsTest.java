package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Widths that are added up from letters are those that JavaFX gives the whole text.
@ExtendWith(ApplicationExtension.class)
class TextWidthsTest {

    private final TextWidths widths = new TextWidths();

    @Start
    void start(Stage stage) {
        stage.setOpacity(0); // only the toolkit is needed
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "sip:alice@example.com",
        "AVAToWAfiffl LTYp.,r.",
        "12:00:01.250",
        "héllo wörld …",
        "日本語 and ASCII"})
    void areThoseOfJavaFx(String text) {
        for (Font font : new Font[]{
            Font.font(12),
            Font.font(13.5),
            Font.font("Monospaced", 12),
            Font.font("Serif", FontWeight.BOLD, 11)}) {
            Text whole = new Text(text);
            whole.setFont(font);
            assertEquals(whole.getLayoutBounds().getWidth(), widths.of(text, font), 1, font.getName());
        }
    }

    @Test
    void whatFitsIsCutWhereTheRoomEnds() {
        Font font = Font.font(12);
        assertEquals("alice", widths.fit("alice", font, widths.of("alice", font)));
        String cut = widths.fit("alice@example.com", font, 60);
        assertTrue(cut.startsWith("al") && cut.endsWith("…"), cut);
        assertTrue(widths.of(cut, font) <= 60);
        String more = "alice@example.com".substring(0, cut.length()) + "…";
        assertTrue(widths.of(more, font) > 60, "a letter more would not fit");
        assertEquals("", widths.fit("alice", font, 3), "there is no room for the ellipsis");
        assertEquals("", widths.fit("alice", font, -7));
    }

    @Test
    void pairsAreNotCutInHalf() {
        String faces = "\ud83d\ude00".repeat(400);
        Font font = Font.font(12);
        for (double room = 20; room < 120; room += 3) {
            String cut = widths.fit(faces, font, room);
            String end = widths.fitEnd(faces, font, room);
            assertEquals(1, cut.length() % 2, "whole pairs and the ellipsis");
            assertEquals(1, end.length() % 2);
            assertTrue(widths.of(cut, font) <= room + 1);
        }
    }
}
