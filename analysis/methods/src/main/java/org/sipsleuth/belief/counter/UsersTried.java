package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Different users of requests that came to nothing. Begins with 0 in each period.
final class UsersTried implements Counter {

    /// Numbers of users plus one: they are in the order of the messages, so they need no hash.
    private final LongSet seen = new LongSet();

    @Override
    public boolean add(TrafficEvent event) {
        if (!event.isFailed()) {
            return false;
        }
        int user = event.user();
        return user >= 0 && seen.add(user + 1L);
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.USERS_TRIED, seen.size());
    }

    @Override
    public void endPeriod() {
        seen.clear();
    }
}
