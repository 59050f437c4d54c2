package org.sipsleuth.dialog.statistics;

import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;

/// Finds the dialogs behind a figure.
public final class FigureDialogs {

    private FigureDialogs() {}

    private static final class Finding implements Blocks.Work {
        private final DialogPass pass;
        private final Match match;
        private final BitSet found = new BitSet();

        Finding(SipIndex index, StatisticsScope scope, Figure figure) {
            pass = new DialogPass(index, scope);
            match = new Match(index, figure);
        }

        @Override
        public void piece(int dialog) {
            if (match.matches(pass, dialog)) {
                found.set(dialog);
            }
        }
    }

    /// The numbers of the dialogs, in order. Cost: one pass over all dialogs, on all processors.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<Integer> of(SipIndex index, StatisticsScope scope, Figure figure, RunMonitor monitor) {
        BitSet all = new BitSet();
        Blocks.run(index.dialogs().size(), "Finding dialogs", () -> new Finding(index, scope, figure), monitor, monitor)
                .forEach(finding -> all.or(finding.found));
        return all.stream().boxed().toList();
    }
}
