package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Requests whose credentials were rejected. Begins with 0 in each period.
final class FailedLogins implements Counter {

    private int count;

    @Override
    public boolean add(TrafficEvent event) {
        boolean isOne = event.isFailedLogin();
        count += isOne ? 1 : 0;
        return isOne;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.FAILED_LOGINS, count);
    }

    @Override
    public void endPeriod() {
        count = 0;
    }
}
