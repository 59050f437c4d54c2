package org.sipsleuth.finding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.run.FaultSink;

/// Collects the different faults of single dialogs while a method goes through all of them.
public final class FaultList implements FaultSink {

    private final Set<Fault> faults = new LinkedHashSet<>();

    /// None yet.
    public FaultList() {}

    @Override
    public synchronized void failed(String name, RuntimeException fault) {
        if (!Fault.isContained(fault)) {
            throw fault;
        }
        faults.add(Fault.of(name, fault));
    }

    /// Those so far.
    public synchronized List<Fault> all() {
        return List.copyOf(faults);
    }
}
