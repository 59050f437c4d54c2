package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Requests, of which older ones count less with every second: RI = exp(k·Δt)·RI + 1 at each
/// request, where Δt are the seconds since the request before. Forgets by itself, so it goes on
/// from period to period.
final class RequestIntensity implements Counter {

    private static final double NANOS = 1e-9;

    private final double ratePerSecond;
    private long lastNanos;
    private double value;

    RequestIntensity(double ratePerSecond) {
        this.ratePerSecond = ratePerSecond;
    }

    @Override
    public boolean add(TrafficEvent event) {
        if (!event.isRequest()) {
            return false;
        }
        long nanos = event.nanos();
        value = value == 0 ? 1 : kept(nanos) * value + 1;
        lastNanos = nanos;
        return true;
    }

    /// How much of the value is left at a time.
    private double kept(long nanos) {
        double seconds = Math.max(0, nanos - lastNanos) * NANOS;
        return nanos == lastNanos ? 1 : StrictMath.exp(ratePerSecond * seconds);
    }

    /// The value after the last request.
    double value() {
        return value;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.REQUEST_INTENSITY, value);
    }

    @Override
    public void endPeriod() {
        // goes on
    }

    @Override
    public void forget() {
        value = 0;
        lastNanos = 0;
    }
}
