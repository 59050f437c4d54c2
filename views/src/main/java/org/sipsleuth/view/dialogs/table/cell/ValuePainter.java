package org.sipsleuth.view.dialogs.table.cell;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.NetworkStyle;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.TextWidths;

/// Draws values into the place of their column.
final class ValuePainter {

    private static final double INSET = 6;
    private static final double GAP = 4;

    private final RowStyles styles;
    private final TextWidths widths = new TextWidths();

    ValuePainter(RowStyles styles) {
        this.styles = styles;
    }

    /// Writes a value, cut off with an ellipsis where it is too long.
    void write(GraphicsContext pen, String text, ColumnPlace place, double height) {
        write(pen, text, place, place.left() + INSET, height);
    }

    private void write(GraphicsContext pen, String text, ColumnPlace place, double left, double height) {
        Text look = styles.plain();
        double room = place.right() - INSET - left;
        String fitting = widths.fit(text, look.getFont(), room);
        double width = widths.of(fitting, look.getFont());
        double x = place.meant().isNumeric() ? Math.max(left, left + room - width) : left;
        if (fitting.isEmpty()) {
            return;
        }
        if (isLatin(fitting)) {
            draw(pen, fitting, look, look.getFill(), x, height);
            return;
        }
        pen.save(); // letters may be wider than they are said to be
        pen.beginPath();
        pen.rect(left, 0, room, height);
        pen.clip();
        draw(pen, fitting, look, look.getFill(), x, height);
        pen.restore();
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(letter -> letter <= '\u00ff' || letter == '…');
    }

    /// The width of a column that all of a value can be read in.
    double wanted(String text) {
        return widths.of(text, styles.plain().getFont()) + 2 * INSET;
    }

    /// How much wider it is with a square before the value.
    double wantedBySwatch() {
        return styles.swatch() + INSET;
    }

    /// How much wider it is with the icon of hints before the value.
    double wantedByHint() {
        return Math.ceil(styles.hint().getLayoutBounds().getWidth()) + GAP;
    }

    /// How much wider it is with the icon of a severity before the value.
    double wantedBySeverity() {
        return Math.ceil(styles.severity(Severity.LOW).getLayoutBounds().getWidth()) + GAP;
    }

    /// The width of a column of signs.
    double wantedBySign() {
        return styles.outcome(new OutcomeSign(Outcome.PARTIAL, false)).getLayoutBounds().getWidth() + 2 * INSET;
    }

    /// Draws the icon of an outcome.
    void outcome(GraphicsContext pen, OutcomeSign sign, ColumnPlace place, double height) {
        Text icon = styles.outcome(sign);
        centre(pen, icon.getText(), icon, icon.getFill(), place, height);
    }

    /// Draws the icon of a severity.
    void severity(GraphicsContext pen, Severity severity, ColumnPlace place, double height) {
        Text icon = styles.severity(severity);
        centre(pen, icon.getText(), icon, icon.getFill(), place, height);
    }

    /// Writes a value behind the icon of hints.
    void hinted(GraphicsContext pen, String text, ColumnPlace place, double height) {
        Text icon = styles.hint();
        double left = place.left() + INSET;
        draw(pen, icon.getText(), icon, icon.getFill(), left, height);
        write(pen, text, place, left + wantedByHint(), height);
    }

    /// Writes a problem behind the icon of its severity, for which the tooltip has the word.
    void problem(GraphicsContext pen, Severity severity, String text, ColumnPlace place, double height) {
        Text icon = styles.severity(severity);
        double left = place.left() + INSET;
        draw(pen, icon.getText(), icon, icon.getFill(), left, height);
        write(pen, text, place, left + wantedBySeverity(), height);
    }

    /// Draws a shape in its colour; the tooltip has the word.
    void mark(GraphicsContext pen, Mark mark, ColumnPlace place, double height) {
        centre(pen, MarkStyle.shape(mark), styles.plain(), styles.fill(mark), place, height);
    }

    /// Draws what the network says as its sign.
    void network(GraphicsContext pen, NetworkMark mark, ColumnPlace place, double height) {
        centre(pen, NetworkStyle.shape(mark), styles.plain(), styles.fill(mark), place, height);
    }

    /// Draws the letter of a mark on its colour, and an icon where there is a tag or a comment.
    void note(GraphicsContext pen, DialogNote note, ColumnPlace place, double height) {
        boolean hasWords = !note.tags().isEmpty() || !note.comment().isEmpty();
        Text icon = styles.words();
        if (note.mark().isPresent()) {
            NoteMark mark = note.mark().get();
            ground(pen, mark, place, height);
            double shift = hasWords ? Math.rint(place.width() / 6) : 0;
            Paint fill = styles.letter(mark);
            centre(pen, mark.name(), styles.head(), fill, place.shifted(-shift), height);
            if (hasWords) {
                centre(pen, icon.getText(), icon, fill, place.shifted(shift), height);
            }
        } else if (hasWords) {
            centre(pen, icon.getText(), icon, icon.getFill(), place, height);
        }
    }

    private void ground(GraphicsContext pen, NoteMark note, ColumnPlace place, double height) {
        BackgroundFill ground = styles.ground(note);
        Insets insets = ground.getInsets();
        double arc = 2 * ground.getRadii().getTopLeftHorizontalRadius();
        pen.setFill(ground.getFill());
        pen.fillRoundRect(place.left() + insets.getLeft(), insets.getTop(),
                Math.max(0, place.width() - insets.getLeft() - insets.getRight()),
                height - insets.getTop() - insets.getBottom(), arc, arc);
    }

    /// Writes the word of a class behind its colour.
    void truth(GraphicsContext pen, Optional<TrafficClass> meant, String text, ColumnPlace place, double height) {
        double left = place.left() + INSET;
        if (meant.isPresent()) {
            double size = styles.swatch();
            double top = Math.rint((height - size) / 2);
            pen.setFill(styles.border(meant.get()));
            pen.fillRect(left, top, size, size);
            pen.setFill(styles.ground(meant.get()).getFill());
            pen.fillRect(left + 1, top + 1, size - 2, size - 2);
            left += size + INSET;
        }
        write(pen, text, place, left, height);
    }

    /// Writes the word of a stage behind its colour.
    void stage(GraphicsContext pen, Optional<StageStyle> stage, String text, ColumnPlace place, double height) {
        double left = place.left() + INSET;
        if (stage.isPresent()) {
            double size = styles.swatch();
            pen.setFill(styles.ground(stage.get()).getFill());
            pen.fillRoundRect(left, Math.rint(height / 2 - size), size - 1, 2 * size, 3, 3);
            left += size + INSET;
        }
        write(pen, text, place, left, height);
    }

    /// Writes the head of a group, from the left to `width`.
    void head(GraphicsContext pen, String text, boolean isOpen, double width, double height) {
        Text arrow = styles.arrow(isOpen);
        draw(pen, arrow.getText(), arrow, arrow.getFill(), INSET, height);
        Text look = styles.head();
        String fitting = widths.fit(text, look.getFont(), headRoom(width));
        draw(pen, fitting, look, look.getFill(), arrowEnd(), height);
    }

    /// Whether all of a head can be read.
    boolean headFits(String text, double width) {
        return widths.of(text, styles.head().getFont()) <= headRoom(width);
    }

    private double headRoom(double width) {
        return width - arrowEnd() - INSET;
    }

    /// Where the arrow of a group's head ends, and its words begin.
    double arrowEnd() {
        return INSET + Math.ceil(styles.arrow(true).getLayoutBounds().getWidth()) + INSET;
    }

    private static void centre(GraphicsContext pen, String text, Text look, Paint fill, ColumnPlace place,
            double height) {
        pen.setTextAlign(TextAlignment.CENTER);
        draw(pen, text, look, fill, Math.rint(place.left() + place.width() / 2), height);
        pen.setTextAlign(TextAlignment.LEFT);
    }

    private static void draw(GraphicsContext pen, String text, Text look, Paint fill, double x, double height) {
        Bounds letters = look.getLayoutBounds();
        pen.setFont(look.getFont());
        pen.setFill(fill);
        double baseline = (height - letters.getHeight()) / 2 - letters.getMinY();
        pen.fillText(text, x, Math.rint(baseline));
    }
}
