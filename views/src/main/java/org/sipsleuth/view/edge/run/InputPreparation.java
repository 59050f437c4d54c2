package org.sipsleuth.view.edge.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.MessageFacts;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Makes what is replayed from a capture. Used by one thread at a time; keeps the traffic of the
/// last capture, so that another attack class costs little.
public final class InputPreparation {

    /// The method whose findings cite anomalous messages.
    private static final String NGRAM = "ngram";

    private final List<ReplayInput> last = new ArrayList<>();

    /// A capture as it is replayed: its servers are protected, malformed is what the reader found
    /// malformed, anomalous what the findings about anomalous messages cite. Cost: the first time
    /// all messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public synchronized ReplayInput prepare(
            SipIndex index, AttackClass attackClass, List<Finding> findings, RunMonitor monitor) {
        BitSet attack = attackClass.messages(index, monitor);
        ReplayInput known =
                last.stream()
                        .filter(its -> its.traffic().index() == index)
                        .findFirst()
                        .orElseGet(() -> read(index, monitor));
        last.clear();
        last.add(known);
        return known.with(facts(known, index, findings)).withAttack(attack);
    }

    private static ReplayInput read(SipIndex index, RunMonitor monitor) {
        HostRoles roles = HostRoles.of(TransactionTable.shared(index, monitor));
        return ReplayInput.of(roles, Border.ofServers(roles), new BitSet(), monitor);
    }

    private static MessageFacts facts(ReplayInput known, SipIndex index, List<Finding> findings) {
        List<Finding> anomalies =
                findings.stream().filter(its -> its.origin().detector().equals(NGRAM)).toList();
        return known.facts()
                .withAnomalous(
                        MessageFacts.ingress(
                                known.traffic(),
                                message ->
                                        anomalies.stream()
                                                .anyMatch(
                                                        its ->
                                                                its.evidence()
                                                                        .cites(message, index))));
    }

    /// Keeps no capture any more.
    public synchronized void forget() {
        last.clear();
    }
}
