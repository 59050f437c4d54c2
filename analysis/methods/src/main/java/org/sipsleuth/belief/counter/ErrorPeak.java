package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The highest error response intensity within a period, where errors also lose weight with time:
/// half of it in [#HALF_LIFE_SECONDS], so that errors of an hour ago are no evidence of this hour.
final class ErrorPeak implements Counter {

    static final double HALF_LIFE_SECONDS = 30;

    private static final int FIRST_ERROR = 300;
    private static final double NANOS = 1e-9;
    private static final double RATE_PER_SECOND = StrictMath.log(2) / HALF_LIFE_SECONDS;

    private final double kept;
    private long lastNanos;
    private double value;
    private double most;

    ErrorPeak(double ratePerResponse) {
        kept = StrictMath.exp(ratePerResponse);
    }

    @Override
    public boolean add(TrafficEvent event) {
        if (event.isRequest()) {
            return false;
        }
        boolean isError = event.type() >= FIRST_ERROR;
        if (value != 0) {
            double seconds = Math.max(0, event.nanos() - lastNanos) * NANOS;
            value *= kept * (seconds == 0 ? 1 : StrictMath.exp(-RATE_PER_SECOND * seconds));
        }
        value += isError ? 1 : 0;
        most = Math.max(most, isError ? value : 0);
        lastNanos = event.nanos();
        return isError;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.ERROR_PEAK, most);
    }

    @Override
    public void endPeriod() {
        most = 0;
    }

    @Override
    public void forget() {
        value = 0;
        lastNanos = 0;
        most = 0;
    }
}
