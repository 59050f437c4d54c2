package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Different RTP ports, with their addresses, that session descriptions asked for. Begins with 0 in
/// each period; that a session ends takes none away.
final class OpenedPorts implements Counter {

    private final LongSet seen = new LongSet();

    @Override
    public boolean add(TrafficEvent event) {
        boolean isNew = false;
        for (int i = 0; i < event.portCount(); i++) {
            isNew |= seen.add(event.port(i));
        }
        return isNew;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.OPENED_PORTS, seen.size());
    }

    @Override
    public void endPeriod() {
        seen.clear();
    }
}
