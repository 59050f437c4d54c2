package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The share of requests for a user that was asked for before: 0 for who tries one user after the
/// other, nearly 1 for who aims at a few. Of calls likewise the share in the name of a caller who
/// called before: 0 for gateways with many callers. Begins with 0 in each period.
final class RepeatedUsers implements Counter {

    /// Numbers of users plus one: they are in the order of the messages, so they need no hash.
    private final LongSet seen = new LongSet();

    private final Variable variable;
    private int repeated;
    private int all;

    RepeatedUsers(Variable variable) {
        this.variable = variable;
    }

    @Override
    public boolean add(TrafficEvent event) {
        int user = event.beginsRequest() && !event.isContinued() ? user(event) : -1;
        if (user < 0) {
            return false;
        }
        boolean isRepeated = !seen.add(user + 1L);
        all++;
        repeated += isRepeated ? 1 : 0;
        return isRepeated;
    }

    private int user(TrafficEvent event) {
        if (variable == Variable.REPEATED_CALLERS) {
            return event.isCall() ? event.caller() : -1;
        }
        return event.user();
    }

    @Override
    public void addTo(Observation.Builder observation) {
        observation.setShare(variable, repeated, all);
    }

    @Override
    public void endPeriod() {
        seen.clear();
        repeated = 0;
        all = 0;
    }
}
