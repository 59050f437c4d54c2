package org.sipsleuth.evaluate.flood;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// The legitimate calls of a capture that an unprotected server loses, as *Edge* replays it: the
/// simulated server answers whatever comes, the replayed one has a rate. Both have the usual
/// settings.
///
/// @param nanos when the INVITE of each was captured, in ns since the epoch
record LostCalls(List<Long> nanos) {

    /// Those of a capture that was not replayed.
    static final LostCalls NONE = new LostCalls(List.of());

    /// Takes a copy.
    LostCalls {
        nanos = List.copyOf(nanos);
    }

    /// Replays a capture.
    ///
    /// @param attack the messages of floods
    static LostCalls of(SipIndex index, BitSet attack, RunMonitor monitor) {
        HostRoles roles = HostRoles.of(TransactionTable.of(index, monitor));
        ReplayInput input = ReplayInput.of(roles, Border.ofServers(roles), attack, monitor);
        int[] lost = Replay.of(input, EdgeSettings.USUAL.with(List.of()), monitor).lostCalls(MessageClass.LEGITIMATE);
        return new LostCalls(Arrays.stream(lost).mapToObj(index.messages()::capturedAtNanos).toList());
    }

    /// How many began in a span, both ends included.
    long between(long fromNanos, long toNanos) {
        return nanos.stream().filter(at -> at >= fromNanos && at <= toNanos).count();
    }
}
