package org.sipsleuth.edge.replay;

import java.util.BitSet;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.KnownPeers;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.edge.traffic.MessageFacts;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;

/// A capture as it is replayed. Not to be changed.
///
/// @param traffic the messages
/// @param facts what scanners know of them
/// @param peers the hosts that an administrator knows
/// @param attack which messages count as an attack: results are counted by it, and no replay looks
///     at it
public record ReplayInput(BorderTraffic traffic, MessageFacts facts, KnownPeers peers, BitSet attack) {

    /// A capture whose malformed messages are those that the reader found malformed; without
    /// signatures and model.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ReplayInput of(HostRoles roles, Border border, BitSet attack, RunMonitor monitor) {
        BorderTraffic traffic = BorderTraffic.of(roles.table(), border, monitor);
        return new ReplayInput(traffic, MessageFacts.ofDefects(traffic), KnownPeers.of(roles), attack);
    }

    /// The same with other facts.
    public ReplayInput with(MessageFacts others) {
        return new ReplayInput(traffic, others, peers, attack);
    }

    /// The same with other messages counted as an attack.
    public ReplayInput withAttack(BitSet others) {
        return new ReplayInput(traffic, facts, peers, others);
    }

    /// The class of a message.
    public MessageClass classOf(int message) {
        return attack.get(message) ? MessageClass.ATTACK : MessageClass.LEGITIMATE;
    }
}
