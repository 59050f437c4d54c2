package org.sipsleuth.belief.counter;

import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.observation.TrafficEvent;

/// Makes the value of one variable out of messages.
sealed interface Counter permits RequestIntensity, ErrorResponseIntensity, ParsingErrorIntensity, Destinations,
        WaitingDialogs, OpenedPorts, RequestDistribution, ResponseDistribution, RequestPeak, ErrorPeak, SourceRole,
        FanIn, UsersTried, FailedLogins, RequestShare, RepeatedUsers {

    /// Counts the next message.
    ///
    /// @return whether the value rests on this message
    boolean add(TrafficEvent event);

    /// Adds the value to an observation.
    void addTo(Observation.Builder observation);

    /// A period has ended, and the next one begins.
    void endPeriod();

    /// Forgets all, for another source.
    default void forget() {
        endPeriod();
    }
}
