package org.sipsleuth.transaction.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// All faults of a capture, and what each coverage does not let conclude.
///
/// @param faults in the order of [FaultKind], then of time or of the files
/// @param limits one for each coverage, in their order
/// @param takenOver the server that took the call, by the dialog that failed at another one
public record NetworkReport(List<NetworkFault> faults, List<CaptureLimits> limits, Map<Integer, String> takenOver) {

    public NetworkReport {
        faults = List.copyOf(faults);
        limits = List.copyOf(limits);
        takenOver = Map.copyOf(takenOver);
    }

    /// Reads them. Cost: one pass over the transactions; over the messages and their text only as
    /// far as a fault asks for it.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static NetworkReport of(TransactionTable table, RunMonitor monitor) {
        List<NetworkFault> faults = new ArrayList<>();
        FragmentFaults fragments = new FragmentFaults(table);
        faults.addAll(fragments.faults());
        monitor.throwIfCancelled();
        IcmpFaults icmp = new IcmpFaults(table);
        faults.addAll(icmp.faults());
        faults.addAll(new MediaIcmpFaults(table, icmp.others()).faults());
        monitor.throwIfCancelled();
        faults.addAll(new ConnectionFaults(table).faults());
        monitor.throwIfCancelled();
        RegistrationFaults registrations = new RegistrationFaults(table);
        faults.addAll(registrations.faults());
        faults.addAll(new BindingFaults(table, registrations.accounts()).faults());
        monitor.throwIfCancelled();
        FailoverFaults failover = new FailoverFaults(table);
        faults.addAll(failover.faults());
        return new NetworkReport(faults, new LimitsReader(table, fragments).limits(), failover.takenOver());
    }
}
