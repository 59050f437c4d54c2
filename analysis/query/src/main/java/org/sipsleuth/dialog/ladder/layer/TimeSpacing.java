package org.sipsleuth.dialog.ladder.layer;

import java.util.Arrays;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.ladder.Ladder;

/// Room between rows in proportion to the time between them, within bounds: nine of ten pauses are
/// drawn to scale, longer ones as a break with the time written on it. Immutable.
public final class TimeSpacing {

    /// The most room before a row, in heights of a row.
    public static final double MOST_ROOM = 4;

    /// The room of a break.
    public static final double BREAK_ROOM = 1.2;

    private static final double TO_SCALE = 0.9;

    /// A pause shorter than this is no break, however short the others are.
    private static final long SHORTEST_BREAK_NANOS = 1_000_000L;

    private final long[] pauses;
    private final long longestToScale;

    private TimeSpacing(long[] pauses) {
        this.pauses = pauses;
        long[] sorted = pauses.clone();
        Arrays.sort(sorted);
        long most = sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * TO_SCALE)];
        longestToScale = Math.max(SHORTEST_BREAK_NANOS, most);
    }

    /// The room before each row of a ladder.
    public static TimeSpacing of(Ladder ladder) {
        MessageTable table = ladder.index().messages();
        long[] pauses = new long[ladder.size()];
        for (int row = 1; row < pauses.length; row++) {
            long now = table.capturedAtNanos(ladder.message(row));
            long before = table.capturedAtNanos(ladder.message(row - 1));
            pauses[row] = Math.max(0, now - before); // a clock that went back takes no room
        }
        return new TimeSpacing(pauses);
    }

    /// The room before a row, in heights of a row; 0 before the first.
    public double roomBefore(int row) {
        return isBreak(row) ? BREAK_ROOM : MOST_ROOM * pauses[row] / longestToScale;
    }

    /// Whether the pause before a row is too long to be drawn to scale.
    public boolean isBreak(int row) {
        return pauses[row] > longestToScale;
    }

    /// How long the pause before a row is, in ns; never negative.
    public long nanosBefore(int row) {
        return pauses[row];
    }

    /// The time that a row's height represents, in ns.
    public double nanosPerRow() {
        return longestToScale / MOST_ROOM;
    }
}
