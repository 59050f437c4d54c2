package org.sipsleuth.view.edge.run;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.MessageFacts;
import org.sipsleuth.edge.traffic.MessageScans;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Makes what is replayed from a capture. Used by one thread at a time; keeps the scanned messages
/// of the last capture, so that another attack class costs little.
public final class InputPreparation {

    private record Scanned(InputSettings settings, ReplayInput input) {}

    private @Nullable Scanned last;

    /// A capture as it is replayed. Cost: the first time all messages.
    ///
    /// @param anomalous what a model holds for anomalous; empty without one that fits
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    /// @throws IllegalArgumentException if a protected host is not given as an IP address
    public synchronized ReplayInput prepare(SipIndex index, InputSettings settings, AttackClass attackClass,
            Optional<IntPredicate> anomalous, RunMonitor monitor) {
        BitSet attack = attackClass.messages(index, monitor);
        Scanned known = last;
        if (known == null || known.input().traffic().index() != index || !known.settings().equals(settings)) {
            last = null;
            known = new Scanned(settings, read(index, settings, monitor));
            last = known;
        }
        ReplayInput scanned = known.input();
        return anomalous
                .map(predicate -> scanned
                        .with(scanned.facts().withAnomalous(MessageFacts.ingress(scanned.traffic(), predicate))))
                .orElse(scanned)
                .withAttack(attack);
    }

    private static ReplayInput read(SipIndex index, InputSettings settings, RunMonitor monitor) {
        TransactionTable table = TransactionTable.of(index, monitor);
        HostRoles roles = HostRoles.of(table);
        Border border =
                settings.border().isEmpty() ? Border.ofServers(roles) : Border.ofAddresses(table, settings.border());
        ReplayInput input = ReplayInput.of(roles, border, new BitSet(), monitor);
        return input.with(new MessageScans(input.traffic(), monitor).facts(settings.scans()));
    }

    /// Keeps no capture any more.
    public synchronized void forget() {
        last = null;
    }
}
