package org.sipsleuth.view.message.text;

import java.util.List;

/// A text with its runs and the rows that it is broken into.
record LaidText(String text, List<StyledRun> runs, TextRows rows) {

    LaidText {
        runs = List.copyOf(runs);
    }

    /// The number of the run that a place is in.
    int runAt(int place) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (runs.get(middle).from() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
