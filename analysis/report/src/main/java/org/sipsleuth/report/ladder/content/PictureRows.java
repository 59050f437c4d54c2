package org.sipsleuth.report.ladder.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.RowSpans;
import org.sipsleuth.dialog.ladder.layer.TimeSpacing;
import org.sipsleuth.report.ladder.content.LadderContent.Reach;

/// The rows of a picture, which are those of its ladder with the streams of media between them.
/// Immutable.
final class PictureRows {

    private final LadderLayers layers;

    /// The row of the ladder, and −1 − n for its n-th stream of media.
    private final int[] rows;

    /// The position of each row of the ladder.
    private final int[] places;

    PictureRows(LadderLayers layers) {
        this.layers = layers;
        Ladder ladder = layers.ladder();
        List<Ladder.PlacedMedia> media = layers.media();
        rows = new int[ladder.size() + media.size()];
        places = new int[ladder.size()];
        int count = 0;
        int stream = 0;
        for (int row = 0; row <= ladder.size(); row++) {
            while (stream < media.size() && media.get(stream).row() <= row) {
                rows[count++] = -1 - stream++;
            }
            if (row < ladder.size()) {
                places[row] = count;
                rows[count++] = row;
            }
        }
    }

    int size() {
        return rows.length;
    }

    boolean isMedia(int row) {
        return rows[row] < 0;
    }

    Ladder.PlacedMedia media(int row) {
        return layers.media().get(-1 - rows[row]);
    }

    /// The row of the ladder, if it is no stream.
    int inLadder(int row) {
        return rows[row];
    }

    double roomBefore(int row) {
        TimeSpacing spacing = layers.spacing();
        int before = pausedRow(row);
        return spacing == null || before < 0 ? 0 : spacing.roomBefore(before);
    }

    /// How long the break before a row is, in ns; 0 if there is none.
    long breakBefore(int row) {
        TimeSpacing spacing = layers.spacing();
        int before = pausedRow(row);
        return spacing != null && before >= 0 && spacing.isBreak(before) ? spacing.nanosBefore(before) : 0;
    }

    /// The row of the ladder whose pause lies before this one, or -1: streams stand between the
    /// pause and their row.
    private int pausedRow(int row) {
        int next = isMedia(row) ? media(row).row() : rows[row];
        boolean isFirst = row == 0 || !isMedia(row - 1) || media(row - 1).row() < next;
        return isFirst && next < places.length ? next : -1;
    }

    /// What reaches into these rows.
    ///
    /// @param end the row after the last one
    List<Reach> reaching(RowSpans spans, int from, int end, Function<RowSpans.Span, Caption> captions) {
        List<Reach> found = new ArrayList<>();
        int first = Math.max(0, ladderRow(from) - 1); // also what goes on over a stream
        spans.forEachIn(first, ladderRow(end), span -> {
            int top = places[span.first()];
            int bottom = places[span.last()];
            if (bottom >= from) {
                Caption caption = captions.apply(span);
                found.add(new Reach(span.column(), top, bottom, caption.words(), caption.isGood()));
            }
        });
        return found;
    }

    /// What a span is.
    record Caption(String words, boolean isGood) {}

    /// The first row of the ladder at this height or below.
    private int ladderRow(int row) {
        int at = Arrays.binarySearch(places, row);
        return at < 0 ? -at - 1 : at;
    }
}
