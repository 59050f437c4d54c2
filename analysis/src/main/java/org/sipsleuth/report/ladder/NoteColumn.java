package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;

/// Draws right of the lifelines what messages mean, in as many lines as that needs.
final class NoteColumn {

    /// How wide it is, where there is one.
    static final double WIDTH = 290;

    private static final double SIZE = 9.5;
    private static final double LINE = 11.5;
    private static final double BASE = 11;
    private static final double GAP = 16;
    private static final double BELOW = 4;
    private static final String HINT = "! ";

    private final Typeface typeface;

    NoteColumn(Typeface typeface) {
        this.typeface = typeface;
    }

    private record Line(boolean isHint, String text) {}

    /// How high the notes of a row are.
    double height(LadderContent.Row row) {
        int lines = lines(row).size();
        return lines == 0 ? 0 : BASE + (lines - 1) * LINE + BELOW;
    }

    /// Draws the notes of a row.
    ///
    /// @param left where the lifelines end
    void draw(Pen pen, LadderContent.Row row, double left, double top) throws IOException {
        double base = top + BASE;
        for (Line line : lines(row)) {
            Ink ink = line.isHint() ? Ink.HINT : Ink.FAINT;
            pen.text(new Letters(ink, SIZE, Anchor.LEFT), line.text(), left + GAP, base);
            base += LINE;
        }
    }

    private List<Line> lines(LadderContent.Row row) {
        List<Line> lines = new ArrayList<>();
        for (LadderContent.Note note : row.about().notes()) {
            String text = note.isHint() ? HINT + note.text() : note.text();
            for (String line : wrapped(text)) {
                lines.add(new Line(note.isHint(), line));
            }
        }
        return lines;
    }

    /// Breaks between words; a word without room is cut.
    private List<String> wrapped(String text) {
        double room = WIDTH - GAP;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        double blank = typeface.width(" ", SIZE);
        for (String word : text.split(" ", -1)) {
            double width = typeface.width(word, SIZE);
            if (!line.isEmpty() && used + blank + width > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            used = line.isEmpty() ? width : used + blank + width;
            line.append(line.isEmpty() ? "" : " ").append(typeface.fit(word, SIZE, room));
        }
        lines.add(line.toString());
        return lines;
    }
}
