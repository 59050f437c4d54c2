package org.sipsleuth.conformance;

import java.util.List;
import org.sipsleuth.capture.Transport;

/// Checks a SIP message against the grammar and the rules of the RFCs. Stateless; any thread.
///
/// Cost: about a millisecond for an ordinary message; a bounded number of steps for a hostile one,
/// of which the departure `too-costly` names the first field that was not checked to its end.
public final class Conformance {

    private Conformance() {}

    /// The departures of a message that came in a datagram.
    public static List<Departure> check(byte[] message) {
        return check(message, Transport.UDP);
    }

    /// The departures of a message, by their place in it.
    ///
    /// @param message exactly its bytes; of a datagram all of them, of a stream those up to the
    ///     end of the body
    /// @param transport what it came over: a stream needs Content-Length
    public static List<Departure> check(byte[] message, Transport transport) {
        Departures departures = new Departures();
        DividedMessage divided = new DividedMessage(message, departures);
        if (!StartLineRules.isSip(divided)) {
            Departures only = new Departures();
            only.add(Rule.NOT_SIP, divided.startLine());
            return only.sorted();
        }
        FieldSyntax.checkStartLine(divided, departures);
        for (MessageField field : divided.fields()) {
            FieldSyntax.checkField(divided, field, departures);
        }
        StartLineRules.check(divided, departures);
        PresenceRules.check(divided, departures);
        ValueRules.check(divided, departures);
        BodyRules.check(divided, transport, departures);
        return departures.sorted();
    }
}
