package org.sipsleuth.belief.counter;

import java.util.Arrays;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;
import org.sipsleuth.dialog.column.MessageTypes;

/// Requests with the methods INVITE, REGISTER, ACK, CANCEL and BYE, each counted by itself; others
/// are not counted. Begins with 0 in each period.
final class RequestDistribution implements Counter {

    private static final int[] METHODS =
            {MessageTypes.INVITE, MessageTypes.REGISTER, MessageTypes.ACK, MessageTypes.CANCEL, MessageTypes.BYE};

    private final int[] counts = new int[METHODS.length];

    @Override
    public boolean add(TrafficEvent event) {
        for (int i = 0; i < METHODS.length; i++) {
            if (event.type() == METHODS[i]) {
                counts[i]++;
                return true;
            }
        }
        return false;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        for (int i = 0; i < counts.length; i++) {
            observation.set(Variable.REQUEST_DISTRIBUTION, i, counts[i]);
        }
    }

    @Override
    public void endPeriod() {
        Arrays.fill(counts, 0);
    }
}
