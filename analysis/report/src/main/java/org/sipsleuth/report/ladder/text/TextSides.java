package org.sipsleuth.report.ladder.text;

import java.util.Arrays;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.LadderContent.Reach;

/// What reaches over several rows, as characters between the times and the lifelines: the words of
/// states, the brackets of transactions.
final class TextSides {

    /// Cells of a column of states: the longest word and a blank.
    private static final int STATE = 11;

    private static final int BRACKET = 2;

    private final LadderContent content;
    private final int bands;
    private final int brackets;
    private final String corners;

    /// @param unicode whether brackets may be more than ASCII
    TextSides(LadderContent content, boolean unicode) {
        this.content = content;
        bands = content.extent().bands();
        brackets = content.extent().brackets();
        corners = unicode ? "┌│└┊" : ",|':";
    }

    /// Their width in cells.
    int width() {
        return bands * STATE + brackets * BRACKET + (brackets > 0 ? 1 : 0);
    }

    /// The text beside a row.
    String beside(int row) {
        return cells(row, false);
    }

    /// The text beside the space above a row.
    String above(int row) {
        return cells(row, true);
    }

    private String cells(int row, boolean isAbove) {
        char[] cells = new char[width()];
        Arrays.fill(cells, ' ');
        for (Reach band : content.bands(row, row + 1)) {
            state(cells, band, row, isAbove);
        }
        for (Reach bracket : content.brackets(row, row + 1)) {
            boolean begins = bracket.first() == row;
            int at = bands * STATE + (brackets - 1 - bracket.column()) * BRACKET;
            if (!begins || !isAbove) {
                boolean ends = bracket.last() == row && !isAbove;
                cells[at] = corners.charAt(begins ? 0 : ends ? 2 : 1);
            }
        }
        return new String(cells);
    }

    private void state(char[] cells, Reach band, int row, boolean isAbove) {
        int at = band.column() * STATE;
        boolean begins = band.first() == row;
        if (begins && !isAbove) {
            band.words().getChars(0, Math.min(band.words().length(), STATE - 1), cells, at);
        } else if (!begins) {
            cells[at] = corners.charAt(3);
        }
    }
}
