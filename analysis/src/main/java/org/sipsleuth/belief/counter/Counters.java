package org.sipsleuth.belief.counter;

import java.util.List;
import org.sipsleuth.belief.event.TrafficEvent;
import org.sipsleuth.belief.tree.DecayRates;
import org.sipsleuth.belief.tree.Observation;
import org.sipsleuth.belief.tree.Variable;

/// The counters of one source. Used by one thread.
public final class Counters {

    /// In the order of the variables.
    private final List<Counter> all;

    private int messages;

    /// Counters that have counted nothing.
    public Counters(DecayRates decay) {
        all =
                List.of(
                        new RequestIntensity(decay.requestPerSecond()),
                        new ErrorResponseIntensity(decay.errorPerResponse()),
                        new ParsingErrorIntensity(decay.parsingPerMessage()),
                        new Destinations(),
                        new WaitingDialogs(),
                        new OpenedPorts(),
                        new RequestDistribution(),
                        new ResponseDistribution());
    }

    /// Counts the next message.
    ///
    /// @return the variables whose values rest on it: a bit for the place of each
    public int add(TrafficEvent event) {
        messages++;
        int changed = 0;
        for (int i = 0; i < all.size(); i++) {
            changed |= all.get(i).add(event) ? 1 << i : 0;
        }
        return changed;
    }

    /// Whether the value of a variable rests on a message.
    ///
    /// @param changed what [#add] returned for it
    @SuppressWarnings("EnumOrdinal") // the place of a bit that never leaves the process
    public static boolean restsOn(Variable variable, int changed) {
        return (changed & (1 << variable.ordinal())) != 0;
    }

    /// How many messages were counted in this period.
    public int messages() {
        return messages;
    }

    /// The values now.
    public Observation observation() {
        Observation.Builder observation = new Observation.Builder();
        all.forEach(counter -> counter.tell(observation));
        return observation.build(messages);
    }

    /// A period has ended, and the next one begins.
    public void endPeriod() {
        all.forEach(Counter::endPeriod);
        messages = 0;
    }
}
