package org.sipsleuth.view.message.text;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/// Draws the rows of a text that are in view.
final class TextPainter {

    private final Canvas canvas;
    private final GraphicsContext pen;
    private final TextStyles styles;

    TextPainter(Canvas canvas, TextStyles styles) {
        this.canvas = canvas;
        pen = canvas.getGraphicsContext2D();
        this.styles = styles;
    }

    /// @param left where rows begin
    /// @param first the first row in view
    /// @param row where it is drawn
    void paint(LaidText text, TextSpan selected, double left, int first, RowPlace row) {
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        RowPlace place = row;
        for (int i = first; i < text.rows().count() && place.top() < canvas.getHeight(); i++) {
            paintRow(text, i, selected, left, place);
            place = new RowPlace(place.top() + row.height(), row.height(), place.baseline() + row.height());
        }
    }

    private void paintRow(LaidText text, int row, TextSpan selected, double left, RowPlace place) {
        TextRows rows = text.rows();
        int start = rows.start(row);
        int end = rows.end(row);
        List<StyledRun> runs = text.runs();
        int first = text.runAt(start);
        for (int i = first; i < runs.size() && runs.get(i).from() < end; i++) {
            Stretch stretch = stretch(text, runs.get(i), row, left);
            for (TextMark mark : stretch.style().marks()) {
                pen.setFill(styles.ground(mark));
                pen.fillRect(stretch.left(), place.top(), stretch.width(), place.height());
            }
        }
        paintSelection(text, row, selected, left, place);
        for (int i = first; i < runs.size() && runs.get(i).from() < end; i++) {
            paintLetters(text, stretch(text, runs.get(i), row, left), left, place);
        }
        for (TextMark mark : TextMark.values()) {
            Paint line = styles.line(mark);
            if (line != null) {
                pen.setStroke(line);
                strokeMark(mark, text, row, left, place);
            }
        }
    }

    /// Draws a mark's lines once for all runs beside each other that have it.
    private void strokeMark(TextMark mark, LaidText text, int row, double left, RowPlace place) {
        List<StyledRun> runs = text.runs();
        int end = text.rows().end(row);
        double from = 0;
        double to = -1; // no mark is open
        for (int i = text.runAt(text.rows().start(row)); i < runs.size() && runs.get(i).from() < end; i++) {
            Stretch stretch = stretch(text, runs.get(i), row, left);
            if (stretch.style().marks().contains(mark)) {
                from = to < 0 ? stretch.left() : from;
                to = stretch.right();
            } else if (to >= 0) {
                mark.stroke(pen, from, to, place);
                to = -1;
            }
        }
        if (to > from) {
            mark.stroke(pen, from, to, place);
        }
    }

    private void paintSelection(LaidText text, int row, TextSpan selected, double left, RowPlace place) {
        TextRows rows = text.rows();
        int from = Math.max(selected.from(), rows.start(row));
        int to = Math.min(selected.to(), rows.end(row));
        int end = rows.end(row);
        boolean isLine = end < text.text().length() && text.text().charAt(end) == '\n';
        boolean isOpen = // the line's end is selected, or more of what was broken here
                selected.to() > end && selected.from() < (isLine ? end + 1 : end);
        if (from > to || (from == to && !isOpen)) {
            return;
        }
        double x = left + (from == rows.end(row) ? rows.right(from, row) : rows.left(from));
        double right = isOpen ? canvas.getWidth() : left + rows.right(to, row);
        pen.setFill(styles.selection());
        pen.fillRect(x, place.top(), right - x, place.height());
    }

    private Stretch stretch(LaidText text, StyledRun run, int row, double left) {
        TextRows rows = text.rows();
        int from = Math.max(run.from(), rows.start(row));
        int to = Math.min(run.to(), rows.end(row));
        return new Stretch(from, to, left + rows.left(from), left + rows.right(to, row), styles.style(run.styles()));
    }

    private void paintLetters(LaidText text, Stretch stretch, double left, RowPlace place) {
        pen.setFill(stretch.style().fill());
        pen.setFont(stretch.style().isBold() ? styles.boldFont() : styles.plainFont());
        String all = text.text();
        int at = stretch.from();
        while (at < stretch.to() && left + text.rows().left(at) < canvas.getWidth()) {
            int to = TextPieces.end(all, at, stretch.to());
            if (all.charAt(at) != '\t') {
                pen.fillText(all.substring(at, to), left + text.rows().left(at), place.baseline());
            }
            at = to;
        }
    }

    /// The part of a run that is in a row.
    private record Stretch(int from, int to, double left, double right, TextStyle style) {

        double width() {
            return right - left;
        }
    }
}
