package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Different addresses that requests were sent to. Begins with 0 in each period.
final class Destinations implements Counter {

    private final LongSet seen = new LongSet();

    @Override
    public boolean add(TrafficEvent event) {
        long destination = event.destination();
        return destination != 0 && seen.add(destination);
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.DESTINATIONS, seen.size());
    }

    @Override
    public void endPeriod() {
        seen.clear();
    }
}
