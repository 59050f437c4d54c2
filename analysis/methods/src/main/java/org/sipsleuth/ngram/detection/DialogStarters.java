package org.sipsleuth.ngram.detection;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Which host began the dialogs of each distinct message, or that several did.
final class DialogStarters {

    static final int NOBODY = -1;
    static final int SEVERAL = -2;

    private static final int BATCH = 1 << 14;

    private DialogStarters() {}

    /// A number for each host, by distinct message.
    ///
    /// @param isWanted of others nobody began any
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static int[] of(SipIndex index, DistinctMessages distinct, IntPredicate isWanted, RunMonitor monitor) {
        int[] began = new int[distinct.size()];
        Arrays.fill(began, NOBODY);
        Map<InetAddress, Integer> hosts = new HashMap<>();
        for (int message = 0; message < index.messages().size(); message++) {
            if (message % BATCH == 0) {
                monitor.throwIfCancelled();
            }
            int which = distinct.of(message);
            if (which >= 0 && began[which] != SEVERAL && isWanted.test(which)) {
                int first = index.dialogs().firstMessage(index.messages().dialog(message));
                InetAddress host = index.messages().endpoint(index.messages().source(first)).address();
                int next = hosts.size();
                began[which] = both(began[which], hosts.computeIfAbsent(host, _ -> next));
            }
        }
        return began;
    }

    static int both(int one, int other) {
        return one == NOBODY || one == other ? other : SEVERAL;
    }
}
