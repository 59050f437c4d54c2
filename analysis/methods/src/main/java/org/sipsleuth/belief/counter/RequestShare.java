package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The share of requests that have a property, among those that can have it. Begins with 0 in each
/// period; absent without such requests, and where the place of the capture does not let see it.
final class RequestShare implements Counter {

    /// What requests can have.
    enum Property {
        UNACKNOWLEDGED(Variable.UNACKNOWLEDGED), CREDENTIALS(Variable.CREDENTIALS), SUCCESS(Variable.SUCCESS);

        private final Variable variable;

        Property(Variable variable) {
            this.variable = variable;
        }
    }

    private final Property property;
    private int part;
    private int all;

    RequestShare(Property property) {
        this.property = property;
    }

    @Override
    public boolean add(TrafficEvent event) {
        if (!event.beginsRequest() || !counts(event)) {
            return false;
        }
        boolean has = has(event);
        all++;
        part += has ? 1 : 0;
        return has;
    }

    private boolean counts(TrafficEvent event) {
        return switch (property) {
            case UNACKNOWLEDGED -> event.isCall() && !event.isContinued() && event.visibility().hasAcks();
            case CREDENTIALS -> (event.isCall() || event.isRegister()) && !event.isContinued()
                    && event.visibility().hasCredentials();
            case SUCCESS -> !event.isContinued() && event.visibility().hasResponses();
        };
    }

    private boolean has(TrafficEvent event) {
        return switch (property) {
            case UNACKNOWLEDGED -> event.isUnacknowledged();
            case CREDENTIALS -> event.hasCredentials();
            case SUCCESS -> event.isAccepted();
        };
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.setShare(property.variable, part, all);
    }

    @Override
    public void endPeriod() {
        part = 0;
        all = 0;
    }
}
