package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Messages that break the grammar, of which older ones count less with every message: PEI =
/// exp(k·Δn)·PEI + 1 at each of them, where Δn are the messages since the one before. Goes on from
/// period to period; a period without any has 0.
final class ParsingErrorIntensity implements Counter {

    private final double ratePerMessage;
    private long messagesSince;
    private double value;
    private boolean isInPeriod;

    ParsingErrorIntensity(double ratePerMessage) {
        this.ratePerMessage = ratePerMessage;
    }

    @Override
    public boolean add(TrafficEvent event) {
        messagesSince++;
        if (!event.isDefective()) {
            return false;
        }
        value = StrictMath.exp(ratePerMessage * messagesSince) * value + 1;
        messagesSince = 0;
        isInPeriod = true;
        return true;
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.set(Variable.PARSING_ERROR_INTENSITY, isInPeriod ? value : 0);
    }

    @Override
    public void endPeriod() {
        isInPeriod = false;
    }

    @Override
    public void forget() {
        value = 0;
        messagesSince = 0;
        isInPeriod = false;
    }
}
