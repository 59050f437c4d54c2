package org.sipsleuth.compare;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.alignment.Alignment;
import org.sipsleuth.alignment.Edit;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// The edits that turn one sequence of message types into another one, of any length.
///
/// Sequences of up to [Alignment#MOST_MESSAGES] messages are aligned as a whole, with as few edits
/// as can be. Longer ones are aligned window by window: of each window the first three quarters are
/// taken, up to a message that both have, and the next window begins there. So time and memory
/// grow with the length only, but two stretches that belong together and lie further apart than a
/// window are not found.
final class LongAlignment {

    private static final int WINDOW = Alignment.MOST_MESSAGES;
    private static final int KEPT = WINDOW * 3 / 4;

    private LongAlignment() {}

    /// The edits, in order.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static List<Edit> edits(List<String> left, List<String> right, RunMonitor monitor) {
        List<Edit> edits = new ArrayList<>();
        long total = (long) left.size() + right.size();
        int i = 0;
        int j = 0;
        while (true) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress("Comparing dialogs", (long) i + j, total));
            int leftEnd = Math.min(left.size(), i + WINDOW);
            int rightEnd = Math.min(right.size(), j + WINDOW);
            List<Edit> window = Alignment.of(left.subList(i, leftEnd), right.subList(j, rightEnd)).edits();
            boolean isLast = leftEnd == left.size() && rightEnd == right.size();
            int kept = isLast ? window.size() : kept(window);
            for (Edit edit : window.subList(0, kept)) {
                edits.add(shifted(edit, i, j));
            }
            if (isLast) {
                return edits;
            }
            Edit next = window.get(kept); // a window that is not the last has more than are kept
            j += next.other();
            i += next.known();
        }
    }

    /// How many edits of a window are taken: up to the last match in its first part, else all of
    /// that part.
    private static int kept(List<Edit> window) {
        int end = 0;
        int behindMatch = 0;
        while (end < window.size() && window.get(end).known() < KEPT && window.get(end).other() < KEPT) {
            end++;
            if (window.get(end - 1) instanceof Edit.Match) {
                behindMatch = end;
            }
        }
        return behindMatch > 0 ? behindMatch : end;
    }

    private static Edit shifted(Edit edit, int i, int j) {
        int known = edit.known() + i;
        int other = edit.other() + j;
        return switch (edit) {
            case Edit.Match _ -> new Edit.Match(known, other);
            case Edit.Insertion _ -> new Edit.Insertion(known, other);
            case Edit.Deletion _ -> new Edit.Deletion(known, other);
            case Edit.Substitution _ -> new Edit.Substitution(known, other);
        };
    }
}
