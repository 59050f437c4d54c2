package org.sipsleuth.flood.detection;

import java.util.BitSet;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.flood.training.LabelledWindows;

/// Which windows are learned: of each file at most so many malicious and so many legitimate ones,
/// evenly spread.
final class WindowChoice {

    private final int mostOfFile;
    private final IntColumn starts = new IntColumn();

    /// Of each window the number of its file, doubled, and one more if it is malicious.
    private final IntColumn kinds = new IntColumn();

    private final int[] counts;

    /// @param mostOfFile 0 for all
    WindowChoice(int mostOfFile, int files) {
        this.mostOfFile = mostOfFile;
        this.counts = new int[2 * files];
    }

    /// Adds a window that begins at a place of the inputs.
    void add(int start, boolean isMalicious, int file) {
        int kind = 2 * file + (isMalicious ? 1 : 0);
        starts.add(start);
        kinds.add(kind);
        counts[kind]++;
    }

    /// The chosen ones, in the order in which they were added.
    LabelledWindows chosen(float[] inputs) {
        IntColumn chosen = new IntColumn();
        BitSet malicious = new BitSet();
        int[] seen = new int[counts.length];
        for (int i = 0; i < starts.size(); i++) {
            int kind = kinds.get(i);
            if (isChosen(seen[kind]++, counts[kind])) {
                malicious.set(chosen.size(), kind % 2 == 1);
                chosen.add(starts.get(i));
            }
        }
        return new LabelledWindows(inputs, toArray(chosen), malicious);
    }

    private boolean isChosen(int number, int count) {
        return mostOfFile == 0 || count <= mostOfFile
                || (long) number * mostOfFile / count != (number + 1L) * mostOfFile / count;
    }

    private static int[] toArray(IntColumn column) {
        int[] array = new int[column.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = column.get(i);
        }
        return array;
    }
}
