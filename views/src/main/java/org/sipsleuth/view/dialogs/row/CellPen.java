package org.sipsleuth.view.dialogs.row;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.casefile.NoteMark;
import org.sipsleuth.dialog.DialogState;
import org.sipsleuth.sequence.Mark;
import org.sipsleuth.simulate.truth.TrafficClass;
import org.sipsleuth.view.fx.TextWidths;
import org.sipsleuth.view.fx.TruthWords;
import org.sipsleuth.view.fx.sequence.MarkStyle;

/// Draws values into the place of their column.
final class CellPen {

    private static final double INSET = 6;
    private static final double NOTE_INSET = 8;
    private static final double NOTE_LINE = 2;
    private static final double NOTE_ARC = 8;
    private static final double SWATCH = 9;
    private static final double SWATCH_GAP = 6;
    private static final double SIGN = 14;

    private final RowStyles styles;
    private final TextWidths widths = new TextWidths();

    CellPen(RowStyles styles) {
        this.styles = styles;
    }

    /// Writes a value, cut off with an ellipsis where it is too long.
    void write(GraphicsContext pen, String text, ColumnPlace place, double height) {
        write(pen, text, place, place.left() + INSET, height);
    }

    private void write(
            GraphicsContext pen, String text, ColumnPlace place, double left, double height) {
        if (text.isEmpty()) {
            return;
        }
        Text look = styles.plain();
        double right = place.right() - INSET;
        String fitting = widths.fit(text, look.getFont(), right - left);
        double width = widths.of(fitting, look.getFont());
        double x = place.meant().isNumeric() ? Math.max(left, right - width) : left;
        draw(pen, fitting, look, look.getFill(), x, height);
    }

    /// The width of a column that all of a value can be read in.
    double wanted(String text) {
        return Math.ceil(widths.of(text, styles.plain().getFont())) + 2 * INSET;
    }

    /// How much wider it is with a square before the value.
    static double wantedBySwatch() {
        return SWATCH + SWATCH_GAP;
    }

    /// The width of a column of signs.
    static double wantedBySign() {
        return SIGN + 2 * INSET;
    }

    /// Draws the icon of a state.
    void state(GraphicsContext pen, DialogState state, ColumnPlace place, double height) {
        Text icon = styles.state(state);
        centre(pen, icon.getText(), icon, icon.getFill(), place, height);
    }

    /// Draws a shape in its colour; the tooltip has the word.
    void mark(GraphicsContext pen, Mark mark, ColumnPlace place, double height) {
        Paint fill = styles.fill(MarkStyle.styleClass(mark));
        centre(pen, MarkStyle.shape(mark), styles.plain(), fill, place, height);
    }

    /// Draws a letter on its colour.
    void note(GraphicsContext pen, NoteMark note, ColumnPlace place, double height) {
        String style = "note-" + note.name().toLowerCase(Locale.ROOT);
        pen.setFill(styles.ground(style));
        pen.fillRoundRect(
                place.left() + NOTE_INSET,
                NOTE_LINE,
                Math.max(0, place.width() - 2 * NOTE_INSET),
                height - 2 * NOTE_LINE,
                NOTE_ARC,
                NOTE_ARC);
        centre(pen, note.name(), styles.head(), styles.fillOn(style), place, height);
    }

    /// Writes the word of a class behind its colour.
    void truth(
            GraphicsContext pen,
            Optional<TrafficClass> meant,
            String text,
            ColumnPlace place,
            double height) {
        double left = place.left() + INSET;
        if (meant.isPresent()) {
            String style = "truth-swatch " + TruthWords.styleClass(meant.get());
            double top = Math.rint((height - SWATCH) / 2);
            pen.setFill(styles.border(style));
            pen.fillRect(left, top, SWATCH, SWATCH);
            pen.setFill(styles.ground(style));
            pen.fillRect(left + 1, top + 1, SWATCH - 2, SWATCH - 2);
            left += SWATCH + SWATCH_GAP;
        }
        write(pen, text, place, left, height);
    }

    /// Writes the head of a group, from the left to `width`.
    void head(GraphicsContext pen, String text, boolean isOpen, double width, double height) {
        Text arrow = styles.arrow(isOpen);
        draw(pen, arrow.getText(), arrow, arrow.getFill(), INSET, height);
        Text look = styles.head();
        double left = arrowEnd();
        String fitting = widths.fit(text, look.getFont(), width - left - INSET);
        draw(pen, fitting, look, look.getFill(), left, height);
    }

    /// Whether all of a head can be read.
    boolean headFits(String text, double width) {
        return widths.of(text, styles.head().getFont()) <= width - arrowEnd() - INSET;
    }

    /// Where the arrow of a group's head ends, and its words begin.
    double arrowEnd() {
        return INSET + Math.ceil(styles.arrow(true).getLayoutBounds().getWidth()) + INSET;
    }

    private void centre(
            GraphicsContext pen,
            String text,
            Text look,
            Paint fill,
            ColumnPlace place,
            double height) {
        pen.setTextAlign(TextAlignment.CENTER);
        draw(pen, text, look, fill, Math.rint(place.left() + place.width() / 2), height);
        pen.setTextAlign(TextAlignment.LEFT);
    }

    private static void draw(
            GraphicsContext pen, String text, Text look, Paint fill, double x, double height) {
        Bounds letters = look.getLayoutBounds();
        pen.setFont(look.getFont());
        pen.setFill(fill);
        double baseline = (height - letters.getHeight()) / 2 - letters.getMinY();
        pen.fillText(text, x, Math.rint(baseline));
    }
}
