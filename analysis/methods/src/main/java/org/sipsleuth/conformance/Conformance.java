package org.sipsleuth.conformance;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipCut;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

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
        return check(message, transport, SipCut.NONE);
    }

    /// The departures of a message of which only the beginning may have been captured. Nothing that
    /// touches the cut departs from anything, nor does what may follow it.
    ///
    /// @param isCut whether bytes that follow were not captured
    public static List<Departure> check(byte[] message, Transport transport, boolean isCut) {
        SipLayout layout = new SipLayout();
        if (!isCut) {
            return check(message, transport);
        }
        if (!SipParser.parse(message, 0, message.length, true, layout)) {
            return List.of(); // the start line was cut
        }
        if (layout.isHeaderCut()) {
            byte[] complete = Arrays.copyOf(message, layout.cutFrom());
            return layout.cutFrom() <= layout.messageFrom() ? List.of() : check(complete, transport, SipCut.HEADER);
        }
        return layout.isCut() ? check(completeLines(message, layout), transport, SipCut.BODY)
                : check(message, transport);
    }

    /// The message up to the last line end of its body.
    private static byte[] completeLines(byte[] message, SipLayout layout) {
        int to = message.length;
        while (to > layout.from(Part.BODY) && message[to - 1] != '\n') {
            to--;
        }
        return Arrays.copyOf(message, to);
    }

    private static List<Departure> check(byte[] message, Transport transport, SipCut cut) {
        Departures departures = new Departures();
        DividedMessage divided = new DividedMessage(message, cut, departures);
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
