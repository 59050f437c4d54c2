package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The most sources whose requests to a target of this source came to nothing in the same half
/// minute.
final class FanIn implements Counter {

    private int most;

    @Override
    public boolean add(TrafficEvent event) {
        if (!event.beginsRequest()) {
            return false;
        }
        most = Math.max(most, event.fanIn());
        return true;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.FAN_IN, most);
    }

    @Override
    public void endPeriod() {
        most = 0;
    }
}
