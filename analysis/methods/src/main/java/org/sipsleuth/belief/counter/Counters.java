package org.sipsleuth.belief.counter;

import java.util.List;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvent;

/// The counters of one source. Used by one thread.
public final class Counters {

    // Fields beside the list: the compiler knows what each of them does, and that is half the time.
    private final RequestIntensity requests;
    private final ErrorResponseIntensity errors;
    private final ParsingErrorIntensity defects;
    private final Destinations destinations = new Destinations();
    private final WaitingDialogs waiting = new WaitingDialogs();
    private final OpenedPorts ports = new OpenedPorts();
    private final RequestDistribution methods = new RequestDistribution();
    private final ResponseDistribution codes = new ResponseDistribution();
    private final RequestPeak requestPeak;
    private final ErrorPeak errorPeak;
    private final SourceRole role = new SourceRole();
    private final FanIn fanIn = new FanIn();
    private final UsersTried users = new UsersTried();
    private final FailedLogins logins = new FailedLogins();
    private final RequestShare unacknowledged = new RequestShare(RequestShare.Property.UNACKNOWLEDGED);
    private final RequestShare credentials = new RequestShare(RequestShare.Property.CREDENTIALS);
    private final RequestShare success = new RequestShare(RequestShare.Property.SUCCESS);
    private final RepeatedUsers repeated = new RepeatedUsers(Variable.REPEATED_USERS);
    private final RepeatedUsers callers = new RepeatedUsers(Variable.REPEATED_CALLERS);

    /// In the order of the variables.
    private final List<Counter> all;

    private int messages;

    /// Counters that have counted nothing.
    public Counters(DecayRates decay) {
        requests = new RequestIntensity(decay.requestPerSecond());
        errors = new ErrorResponseIntensity(decay.errorPerResponse());
        defects = new ParsingErrorIntensity(decay.parsingPerMessage());
        requestPeak = new RequestPeak(decay.requestPerSecond());
        errorPeak = new ErrorPeak(decay.errorPerResponse());
        all = List.of(requests, errors, defects, destinations, waiting, ports, methods, codes, requestPeak, errorPeak,
                role, fanIn, users, logins, unacknowledged, credentials, success, repeated, callers);
    }

    /// Counts the next message.
    ///
    /// @return the variables whose values rest on it: a bit for the place of each
    public int add(TrafficEvent event) {
        messages++;
        return bit(0, requests.add(event)) | bit(1, errors.add(event)) | bit(2, defects.add(event))
                | bit(3, destinations.add(event)) | bit(4, waiting.add(event)) | bit(5, ports.add(event))
                | bit(6, methods.add(event)) | bit(7, codes.add(event)) | bit(8, requestPeak.add(event))
                | bit(9, errorPeak.add(event)) | bit(10, role.add(event))
                | (event.beginsRequest() ? beginning(event) : 0);
    }

    private int beginning(TrafficEvent event) {
        return bit(11, fanIn.add(event)) | bit(12, users.add(event)) | bit(13, logins.add(event))
                | bit(14, unacknowledged.add(event)) | bit(15, credentials.add(event)) | bit(16, success.add(event))
                | bit(17, repeated.add(event)) | bit(18, callers.add(event));
    }

    private static int bit(int variable, boolean changed) {
        return changed ? 1 << variable : 0;
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
        all.forEach(counter -> counter.addTo(observation));
        return observation.build(messages);
    }

    /// A period has ended, and the next one begins.
    public void endPeriod() {
        all.forEach(Counter::endPeriod);
        messages = 0;
    }

    /// Forgets all, for another source.
    public void forget() {
        all.forEach(Counter::forget);
        messages = 0;
    }
}
