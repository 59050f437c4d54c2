package org.sipsleuth.view.dialogs.ladder.sheet;

/// Between which hosts a message that may come next would be drawn. The model predicts its type
/// only; where it goes follows from who waits for what, as far as it can be determined.
///
/// @param from the lane it would come from
/// @param to the lane it would go to
/// @param isDirected whether the direction is known
public record LikelyRoute(int from, int to, boolean isDirected) {

    /// Rows further back than these indicate nothing about what comes next.
    private static final int MOST_ROWS = 200;

    /// Of a message after the current row.
    ///
    /// @param type a method or a status code
    public static LikelyRoute of(LadderRows rows, int current, String type) {
        boolean isResponse = !type.isEmpty() && Character.isDigit(type.charAt(0));
        return isResponse ? response(rows, current, type) : request(rows, current, type);
    }

    private static LikelyRoute response(LadderRows rows, int current, String type) {
        if (rows.isRequest(current)) {
            return back(rows, current);
        }
        boolean isSame = type.equals(rows.type(current));
        int passedOn = isSame ? lastRequest(rows, current, -1, rows.destination(current)) : -1;
        return passedOn >= 0 ? back(rows, passedOn) : along(rows, current, true);
    }

    private static LikelyRoute request(LadderRows rows, int current, String type) {
        if (rows.isRequest(current) && type.equals(rows.type(current))) {
            int onward = lastRequest(rows, current, rows.destination(current), -1);
            return onward >= 0 ? along(rows, onward, true) : along(rows, current, false);
        }
        boolean isOfCaller = type.equals("ACK") || type.equals("CANCEL") || type.equals("PRACK");
        if (isOfCaller) {
            int waiting = rows.isRequest(current) ? -1 : rows.destination(current);
            int asked = lastRequest(rows, current, waiting, -1);
            if (asked >= 0) {
                return along(rows, asked, true);
            }
        }
        return along(rows, current, false);
    }

    /// The last request up to this row from this lane and to that one; -1 means any lane, and as
    /// the result none.
    private static int lastRequest(LadderRows rows, int current, int source, int destination) {
        for (int row = current; row >= Math.max(0, current - MOST_ROWS); row--) {
            if (rows.isRequest(row) && (source < 0 || rows.source(row) == source)
                    && (destination < 0 || rows.destination(row) == destination)) {
                return row;
            }
        }
        return -1;
    }

    private static LikelyRoute along(LadderRows rows, int row, boolean isDirected) {
        return new LikelyRoute(rows.source(row), rows.destination(row), isDirected);
    }

    private static LikelyRoute back(LadderRows rows, int row) {
        return new LikelyRoute(rows.destination(row), rows.source(row), true);
    }
}
