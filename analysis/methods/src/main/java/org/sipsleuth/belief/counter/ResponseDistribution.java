package org.sipsleuth.belief.counter;

import java.util.Arrays;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Responses by the first digit of their code, 1 to 6; others are not counted. Begins with 0 in
/// each period.
final class ResponseDistribution implements Counter {

    private static final int CODES = 100;
    private static final int CLASSES = 6;

    private final int[] counts = new int[CLASSES];

    @Override
    public boolean add(TrafficEvent event) {
        int digit = event.isRequest() ? 0 : event.type() / CODES;
        if (digit < 1 || digit > CLASSES) {
            return false;
        }
        counts[digit - 1]++;
        return true;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        for (int i = 0; i < counts.length; i++) {
            observation.set(Variable.RESPONSE_DISTRIBUTION, i, counts[i]);
        }
    }

    @Override
    public void endPeriod() {
        Arrays.fill(counts, 0);
    }
}
