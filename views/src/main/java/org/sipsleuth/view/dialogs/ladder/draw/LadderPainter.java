package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.scene.canvas.GraphicsContext;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.TimeSpacing;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Face;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.ladder.part.ArrowPainter;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.dialogs.ladder.sheet.Standing;

/// Draws the rows of a ladder that are in view, of the parts that files are drawn of, and over
/// them what only the window has: the current row, the row pointed at, the marked row, hits.
public final class LadderPainter {

    private static final double BAR = 4;

    /// The width of the arrow head at the right edge that says: here.
    private static final double HERE = 9;

    /// How strong rows are drawn that do not fit the window's filter.
    private static final double FAINT = 0.3;

    /// The marked row has a flag of this height at its left edge.
    private static final double FLAG = 10;

    private static final double[] SOLID = {};

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final CanvasPen parts;
    private final MessageLayer messages;
    private final SpanLayer spans;
    private final SurpriseLayer surprise;
    private final HitPainter hits;
    private final LegendLayer legend;
    private IntPredicate faint = _ -> false;

    public LadderPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
        parts = new CanvasPen(pen, palette);
        messages = new MessageLayer(pen, palette, parts);
        spans = new SpanLayer(parts);
        surprise = new SurpriseLayer(pen, palette, parts);
        hits = new HitPainter(pen, palette);
        legend = new LegendLayer(pen, palette, parts);
    }

    /// Says which rows are drawn faint.
    public void setFaint(IntPredicate rows) {
        faint = rows;
    }

    /// Draws all but the heads.
    ///
    /// @param signs which rows have signs
    public void paint(LadderGeometry geometry, LadderSheet sheet, Standing standing, RowSigns signs) {
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(0, 0, geometry.width(), geometry.height());
        highlight(geometry, standing.pointed(), LadderColour.POINTED);
        highlight(geometry, standing.current(), ofCurrent(standing));
        highlightStream(geometry, sheet, standing.pointedStream(), LadderColour.POINTED);
        highlightStream(geometry, sheet, standing.stream(), LadderColour.CURRENT);
        pen.save();
        try {
            within(geometry, sheet, standing, signs);
        } finally { // a message may not be readable any more
            pen.restore();
        }
        for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
            times(geometry, sheet, row, standing);
            streamTimes(geometry, sheet, row);
        }
        streamTimes(geometry, sheet, sheet.rows().size());
        spans.paint(geometry, sheet);
        surprise.paint(geometry, sheet, signs.surprise());
        hits.paint(geometry, signs.problems(), LadderColour.HINT);
        hits.paint(geometry, signs.matches(), LadderColour.MATCH_MARK);
        hits.paint(geometry, signs.hits(), LadderColour.HIT_MARK);
        flag(geometry, standing.marked());
        if (standing.stream() >= 0) {
            mark(geometry, geometry.streamTop(sheet, standing.stream()), LadderGeometry.MEDIA_ROW, standing.focused());
        } else if (standing.current() >= 0) {
            mark(geometry, geometry.rowTop(standing.current()), LadderGeometry.ROW, standing.focused());
        }
        legend.paint(geometry, sheet);
    }

    /// What is right of the times.
    private void within(LadderGeometry geometry, LadderSheet sheet, Standing standing, RowSigns signs) {
        pen.beginPath();
        pen.rect(geometry.gutter(), LadderGeometry.HEAD, Math.max(0, geometry.width() - geometry.gutter()),
                geometry.height());
        pen.clip();
        lifelines(geometry);
        for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
            between(geometry, sheet, row, standing, signs);
            messages.message(geometry, sheet, row, standing(row, standing), signs);
        }
        between(geometry, sheet, sheet.rows().size(), standing, signs);
    }

    private MessageLayer.RowStanding standing(int row, Standing standing) {
        boolean isCurrent = row == standing.current();
        LadderColour highlight =
                isCurrent ? ofCurrent(standing) : row == standing.pointed() ? LadderColour.POINTED : null;
        boolean isFaint = faint.test(row) && !isCurrent;
        return new MessageLayer.RowStanding(isCurrent && standing.stream() < 0, highlight, isFaint ? FAINT : 1);
    }

    /// The tint of the current row: a weaker one while a stream is the current arrow.
    private static LadderColour ofCurrent(Standing standing) {
        return standing.stream() < 0 ? LadderColour.CURRENT : LadderColour.POINTED;
    }

    private void between(LadderGeometry geometry, LadderSheet sheet, int row, Standing standing, RowSigns signs) {
        TimeSpacing spacing = sheet.spacing();
        if (spacing != null && row < sheet.rows().size()) {
            spans.pause(geometry, spacing, row);
        }
        messages.streams(geometry, sheet, row, standing, signs);
    }

    private void mark(LadderGeometry geometry, double top, double height, boolean focused) {
        pen.setFill(palette.get(LadderColour.CURRENT_BAR));
        pen.fillRect(0, top, BAR, height);
        double right = geometry.width();
        double middle = top + height / 2;
        pen.fillPolygon(new double[]{right - HERE, right, right},
                new double[]{middle, middle - HERE * 0.8, middle + HERE * 0.8}, 3);
        if (focused) {
            pen.setStroke(palette.get(LadderColour.CURRENT_BAR));
            pen.setLineDashes(SOLID);
            pen.setLineWidth(1);
            pen.strokeRect(0.5, Math.floor(top) + 0.5, geometry.width() - 1, height - 1);
        }
    }

    /// Marks the reference row for time deltas.
    private void flag(LadderGeometry geometry, int row) {
        if (row >= 0) {
            double top = geometry.rowTop(row) + 2;
            double left = BAR + 1;
            pen.setFill(palette.get(LadderColour.MARK));
            pen.fillRect(left, top, 1.5, LadderGeometry.ROW - 4);
            pen.fillPolygon(new double[]{left, left + FLAG, left}, new double[]{top, top + FLAG / 2, top + FLAG}, 3);
        }
    }

    private void highlight(LadderGeometry geometry, int row, LadderColour colour) {
        if (row >= 0) {
            pen.setFill(palette.get(colour));
            pen.fillRect(0, geometry.rowTop(row), geometry.width(), LadderGeometry.ROW);
        }
    }

    private void highlightStream(LadderGeometry geometry, LadderSheet sheet, int stream, LadderColour colour) {
        if (stream >= 0) {
            pen.setFill(palette.get(colour));
            pen.fillRect(0, geometry.streamTop(sheet, stream), geometry.width(), LadderGeometry.MEDIA_ROW);
        }
    }

    private void lifelines(LadderGeometry geometry) {
        for (int lane = 0; lane < geometry.lanes().count(); lane++) {
            double x = geometry.laneX(lane);
            if (x > 0 && x < geometry.width()) {
                ArrowPainter.lifeline(parts, x, LadderGeometry.HEAD, geometry.height());
            }
        }
    }

    private void times(LadderGeometry geometry, LadderSheet sheet, int row, Standing standing) {
        double middle = geometry.rowTop(row) + LadderSizes.TIME;
        boolean compact = geometry.isCompact();
        LadderRows rows = sheet.rows();
        Ink ink = row == standing.current() ? Ink.TEXT : Ink.FAINT;
        time(ink, rows.time(row, compact), geometry.timeRight(), middle);
        String delta = switch (sheet.style().delta()) {
            case PREVIOUS -> rows.delta(row, compact);
            case START -> rows.deltaTo(row, 0, compact);
            case MARK ->
                    standing.marked() < 0 ? rows.delta(row, compact) : rows.deltaTo(row, standing.marked(), compact);
        };
        time(ink, delta, geometry.deltaRight(), middle);
    }

    private void time(Ink ink, String time, double right, double middle) {
        Letters letters = new Letters(ink, LadderSizes.TIME_LETTERS, Anchor.RIGHT, Face.FIXED);
        parts.text(letters, time, right, letters.baseline(middle));
    }

    /// When the streams before a row begin.
    private void streamTimes(LadderGeometry geometry, LadderSheet sheet, int row) {
        List<Ladder.PlacedMedia> streams = sheet.mediaBefore(row, row + 1);
        double top = geometry.rowTop(row) - streams.size() * LadderGeometry.MEDIA_ROW;
        for (Ladder.PlacedMedia stream : streams) {
            String time = sheet.rows().time(stream, geometry.isCompact());
            time(Ink.MEDIA, time, geometry.timeRight(), top + LadderSizes.STREAM_TIME);
            top += LadderGeometry.MEDIA_ROW;
        }
    }
}
