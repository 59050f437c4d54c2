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

/// Draws the notes of rows right of the lifelines, in as many lines as they need.
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

    /// The height of a row's notes.
    double height(LadderContent.Row row) {
        return height(lines(row).size());
    }

    private static double height(int lines) {
        return lines == 0 ? 0 : BASE + (lines - 1) * LINE + BELOW;
    }

    /// The number of lines of a row's notes.
    int count(LadderContent.Row row) {
        return lines(row).size();
    }

    /// The number of lines that fit into this height, at least one.
    static int countWithin(double height) {
        return Math.max(1, 1 + (int) ((height - BASE - BELOW) / LINE));
    }

    /// Draws the notes of a row.
    ///
    /// @param left where the lifelines end
    void draw(Pen<IOException> pen, LadderContent.Row row, double left, double top) throws IOException {
        draw(pen, lines(row), left, top);
    }

    /// Draws some lines of a row's notes.
    ///
    /// @param from the first of them
    /// @param end the line after the last one
    void draw(Pen<IOException> pen, LadderContent.Row row, int from, int end, double left, double top)
            throws IOException {
        List<Line> lines = lines(row);
        draw(pen, lines.subList(from, Math.min(end, lines.size())), left, top);
    }

    private static void draw(Pen<IOException> pen, List<Line> lines, double left, double top) throws IOException {
        double base = top + BASE;
        for (Line line : lines) {
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

    /// Breaks between words, and within a word that is wider than the column.
    private List<String> wrapped(String text) {
        double room = WIDTH - GAP;
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (typeface.width(longer, SIZE) <= room) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            String rest = word;
            while (typeface.width(rest, SIZE) > room) {
                int fitting = fitting(rest, room);
                lines.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }

    /// How many chars of a word fit, at least one letter.
    private int fitting(String word, double room) {
        int end = Character.charCount(word.codePointAt(0));
        while (end < word.length()) {
            int next = end + Character.charCount(word.codePointAt(end));
            if (typeface.width(word.substring(0, next), SIZE) > room) {
                break;
            }
            end = next;
        }
        return end;
    }
}
