package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Error responses, of which older ones count less with every response: ERI = exp(k)·ERI + I at
/// each response, where I is 1 if its code is at least 300, and 0 otherwise. At most 1 / (1 −
/// exp(k)). Forgets by itself, so it goes on from period to period.
final class ErrorResponseIntensity implements Counter {

    private static final int FIRST_ERROR = 300;

    private final double kept;
    private double value;

    ErrorResponseIntensity(double ratePerResponse) {
        this.kept = StrictMath.exp(ratePerResponse);
    }

    @Override
    public boolean add(TrafficEvent event) {
        if (event.isRequest()) {
            return false;
        }
        boolean isError = event.type() >= FIRST_ERROR;
        value = kept * value + (isError ? 1 : 0);
        return isError;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.ERROR_RESPONSE_INTENSITY, value);
    }

    @Override
    public void endPeriod() {
        // goes on
    }

    @Override
    public void forget() {
        value = 0;
    }
}
