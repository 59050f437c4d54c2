package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.ladder.content.ArrowKind;
import org.sipsleuth.report.ladder.content.Look;
import org.sipsleuth.report.ladder.part.ArrowPainter;
import org.sipsleuth.report.ladder.part.LabelPainter;
import org.sipsleuth.report.ladder.part.LabelPainter.Badge;
import org.sipsleuth.report.ladder.part.LabelPainter.Label;
import org.sipsleuth.report.ladder.part.LabelPainter.Placed;
import org.sipsleuth.report.ladder.part.Place;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.dialogs.ladder.sheet.Standing;
import org.sipsleuth.view.message.VisibleText;

/// Draws messages and streams as files do, and what only the window shows of them: the current row,
/// hits of a search, lanes out of sight.
final class MessageLayer {

    private static final double PALE = 0.55;
    private static final double HIT_HALF = 8;
    private static final double BEYOND_MARGIN = LabelPainter.MARGIN / 2;
    private static final double BEYOND_MIDDLE = 9;
    private static final int LONGEST_STREAM = 200;

    private final GraphicsContext canvas;
    private final LadderPalette palette;
    private final CanvasPen pen;
    private final LabelPainter labels;

    MessageLayer(GraphicsContext canvas, LadderPalette palette, CanvasPen pen) {
        this.canvas = canvas;
        this.palette = palette;
        this.pen = pen;
        labels = new LabelPainter(pen);
    }

    /// How a row is drawn.
    ///
    /// @param isCurrent whether it is the current one
    /// @param highlight what its background is tinted with, if it is
    /// @param opacity from 0 to 1
    record RowStanding(boolean isCurrent, @Nullable LadderColour highlight, double opacity) {}

    /// Draws the message of a row. The canvas is clipped to the lanes.
    ///
    /// @param signs which rows have signs
    void message(LadderGeometry geometry, LadderSheet sheet, int row, RowStanding standing, RowSigns signs) {
        LadderRows rows = sheet.rows();
        boolean isRepeated = rows.isRetransmission(row);
        Look look = look(sheet, row);
        Place place = place(geometry, rows.source(row), rows.destination(row), geometry.rowTop(row));
        boolean isPale = isRepeated && !standing.isCurrent();
        canvas.setGlobalAlpha(standing.opacity() * (isPale ? PALE : 1));
        ArrowPainter.message(pen, look, isRepeated, standing.isCurrent(), place);
        canvas.setGlobalAlpha(standing.opacity());
        LadderRows.Label words = rows.label(row);
        if (isOutOfSight(place)) {
            beyond(words.brief(), place);
        } else {
            pen.setHighlight(standing.highlight());
            Ink ink = rows.isDefective(row) ? Ink.FAILURE : isPale ? Ink.FAINT : Ink.TEXT;
            Letters letters = LabelPainter.letters(ink, standing.isCurrent());
            Placed label = labels.place(label(look, words, letters, signs.badges(row)), place);
            labels.erase(pen, label);
            if (signs.isHit(row)) {
                hit(label);
            } else if (signs.isMatch(row)) {
                underline(label, LadderColour.MATCH_MARK);
            }
            labels.draw(pen, label);
            pen.setHighlight(null);
        }
        canvas.setGlobalAlpha(1);
    }

    private static Look look(LadderSheet sheet, int row) {
        RowGroups groups = sheet.groups();
        ArrowKind kind = ArrowKind.of(sheet.rows().typeNumber(row));
        return new Look(kind, groups == null ? Look.NO_GROUP : groups.of(row));
    }

    private static Label label(Look look, LadderRows.Label words, Letters letters, List<Badge> marks) {
        List<Badge> after = new ArrayList<>();
        if (words.sdp().isThere()) {
            after.add(Badge.of(words.sdp(), letters.ink()));
        }
        after.addAll(marks);
        String letter = look.letter();
        return new Label(letter.isEmpty() ? List.of() : List.of(new Badge(letter, look.ink())), words.whole(),
                words.brief(), letters, after);
    }

    /// Draws the streams before a row. The canvas is clipped to the lanes.
    void streams(LadderGeometry geometry, LadderSheet sheet, int row, Standing standing, RowSigns signs) {
        List<Ladder.PlacedMedia> streams = sheet.mediaBefore(row, row + 1);
        double top = geometry.rowTop(row) - streams.size() * LadderGeometry.MEDIA_ROW;
        int number = sheet.firstStream(row);
        for (Ladder.PlacedMedia stream : streams) {
            boolean isCurrent = number == standing.stream();
            Place place = place(geometry, stream.source(), stream.destination(), top);
            boolean isControl = stream.arrow().isControl();
            Look look = Look.of(isControl ? ArrowKind.CONTROL : ArrowKind.MEDIA);
            ArrowPainter.stream(pen, look, place);
            String words = VisibleText.ofValue(stream.arrow().words(), LONGEST_STREAM);
            pen.setHighlight(isCurrent ? LadderColour.CURRENT
                    : number == standing.pointedStream() ? LadderColour.POINTED
                    : null);
            Placed label = labels.place(Label.ofStream(words, isCurrent, signs.badges(stream.arrow())), place);
            labels.erase(pen, label);
            labels.draw(pen, label);
            pen.setHighlight(null);
            top += LadderGeometry.MEDIA_ROW;
            number++;
        }
    }

    private static Place place(LadderGeometry geometry, int source, int destination, double top) {
        return new Place(geometry.laneX(source), geometry.laneX(destination), geometry.gutter(), geometry.width(), top);
    }

    private static boolean isOutOfSight(Place place) {
        return Math.max(place.from(), place.to()) < place.left() + BEYOND_MARGIN
                || Math.min(place.from(), place.to()) > place.right() - BEYOND_MARGIN;
    }

    /// Marks at the edge a message whose lanes are out of sight.
    private void beyond(String label, Place place) {
        boolean isLeft = place.from() < place.left() + BEYOND_MARGIN;
        Letters plain = LabelPainter.letters(Ink.FAINT, false);
        Anchor anchor = isLeft ? Anchor.LEFT : Anchor.RIGHT;
        Letters letters = new Letters(plain.ink(), plain.size(), anchor);
        String text = pen.fit(label, letters, LadderGeometry.NARROWEST_LANE);
        double x = isLeft ? place.left() + BEYOND_MARGIN : place.right() - BEYOND_MARGIN;
        double baseline = letters.baseline(place.top() + BEYOND_MIDDLE);
        pen.text(letters, isLeft ? "‹ " + text : text + " ›", x, baseline);
    }

    /// The same as in the raw message: a marker over the words; with a bar below it, as colour
    /// alone is not sufficient.
    private void hit(Placed label) {
        canvas.setFill(palette.get(LadderColour.HIT));
        canvas.fillRect(label.textLeft() - 2, label.middle() - HIT_HALF + 1, label.textWidth() + 4, 2 * HIT_HALF - 2);
        underline(label, LadderColour.HIT_MARK);
    }

    private void underline(Placed label, LadderColour colour) {
        canvas.setFill(palette.get(colour));
        canvas.fillRect(label.textLeft() - 2, label.middle() + HIT_HALF - 2.5, label.textWidth() + 4, 1.5);
    }
}
