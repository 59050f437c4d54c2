package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The role of the source; of several sources together that of none.
final class SourceRole implements Counter {

    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private int role = NOBODY;

    @Override
    public boolean add(TrafficEvent event) {
        int its = event.role();
        role = role == NOBODY || role == its ? its : SEVERAL;
        return false; // it rests on more than the messages of this period
    }

    @Override
    public void addTo(Observation.Builder observation) {
        if (role >= 0) {
            observation.set(Variable.SOURCE_ROLE, role, 1);
        }
    }

    @Override
    public void endPeriod() {
        role = NOBODY;
    }
}
