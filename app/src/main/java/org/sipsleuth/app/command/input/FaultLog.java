package org.sipsleuth.app.command.input;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.run.FaultSink;

/// The rules and methods that failed while a command ran. Any thread.
public final class FaultLog {

    /// A command that has one.
    public interface Holder extends Callable<Integer> {
        FaultLog faults();
    }

    private final Set<Fault> reported = new HashSet<>();

    /// Reports those that were not reported yet on standard error.
    public synchronized void report(List<Fault> faults, Terminal terminal) {
        for (Fault fault : faults) {
            if (reported.add(fault)) {
                terminal.report(fault.sentence().text());
            }
        }
    }

    /// Takes faults of single cells, rows and dialogs, and reports each of them once.
    public FaultSink to(Terminal terminal) {
        return (name, fault) -> {
            if (!Fault.isContained(fault)) {
                throw fault;
            }
            report(List.of(Fault.of(name, fault)), terminal);
        };
    }

    /// Reports in one line on standard error that some failed; the result lists which.
    public synchronized void reportListed(List<Fault> faults, Terminal terminal) {
        reported.addAll(faults);
        if (!faults.isEmpty()) {
            terminal.report("%s failed; the result lists what to report, under Failed"
                    .formatted(faults.size() == 1 ? "a rule or method" : faults.size() + " rules or methods"));
        }
    }

    /// Whether all have answered.
    public synchronized boolean isEmpty() {
        return reported.isEmpty();
    }
}
