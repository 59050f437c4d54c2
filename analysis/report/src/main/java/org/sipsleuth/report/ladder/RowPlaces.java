package org.sipsleuth.report.ladder;

import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.part.LadderSizes;

/// How high rows are, and the room between them. Immutable.
final class RowPlaces {

    private final double[] rooms;
    private final double[] ends; // below each row, and all above it

    RowPlaces(LadderContent content, NoteColumn notes) {
        rooms = new double[content.size()];
        ends = new double[content.size() + 1];
        boolean hasNotes = content.extent().hasNotes();
        for (int row = 0; row < rooms.length; row++) {
            rooms[row] = content.roomBefore(row) * LadderSizes.ROW;
            double least = content.isStream(row) ? LadderSizes.STREAM : LadderSizes.ROW;
            double height = hasNotes ? Math.max(least, notes.height(content.row(row))) : least;
            ends[row + 1] = ends[row] + rooms[row] + height;
        }
    }

    /// The room above a row.
    double room(int row) {
        return rooms[row];
    }

    /// How high these rows are, with their room.
    ///
    /// @param end the row after the last one
    double height(int from, int end) {
        return ends[end] - ends[from];
    }

    /// How far below the top of a stretch that begins with the row `from` this row is.
    double top(int from, int row) {
        return ends[row] - ends[from] + rooms[row];
    }

    /// The row after the last one that fits below `from` into this height; at least one fits, if
    /// there is one.
    int endWithin(int from, double height) {
        int low = Math.min(from + 1, rooms.length);
        int high = rooms.length;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (height(from, middle) <= height) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
