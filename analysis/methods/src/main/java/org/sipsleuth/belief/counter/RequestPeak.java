package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The highest request intensity within a period: what came before it counts as far as it has not
/// decayed.
final class RequestPeak implements Counter {

    private final RequestIntensity intensity;
    private double most;

    RequestPeak(double ratePerSecond) {
        intensity = new RequestIntensity(ratePerSecond);
    }

    @Override
    public boolean add(TrafficEvent event) {
        boolean counts = intensity.add(event);
        if (counts) {
            most = Math.max(most, intensity.value());
        }
        return counts;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.REQUEST_PEAK, most);
    }

    @Override
    public void endPeriod() {
        most = 0;
    }

    @Override
    public void forget() {
        intensity.forget();
        most = 0;
    }
}
