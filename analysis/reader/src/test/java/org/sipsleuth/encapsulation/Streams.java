package org.sipsleuth.encapsulation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.capture.websocket.Frames;
import org.sipsleuth.encapsulation.Talk.Speaking;

/// The call over TCP: plain, in WebSocket, and in TLS.
final class Streams {

    private static final String SIP_PROTOCOL = "Sec-WebSocket-Protocol: sip\r\n";
    private static final String DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
    private static final int FRAGMENT_BYTES = 90;

    /// How messages are laid into WebSocket frames.
    enum Framing {
        WHOLE, FRAGMENTED, PACKED
    }

    private Streams() {}

    static Speaking tcp(Delivery delivery) {
        return (call, hosts) -> {
            Connection connection = new Connection(hosts, delivery).open();
            call.said().forEach(said -> say(connection, said.byCaller(), said.bytes(), 0));
            return connection.close().sent();
        };
    }

    /// All that one side says until the other answers at once.
    static Speaking tcpInTurns(Delivery delivery) {
        return (call, hosts) -> {
            Connection connection = new Connection(hosts, delivery).open();
            for (List<Call.Said> turn : call.turns()) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                List<Integer> ends = new ArrayList<>();
                for (Call.Said said : turn) {
                    all.writeBytes(said.bytes());
                    ends.add(all.size());
                }
                connection.say(turn.getFirst().byCaller(), all.toByteArray(), ends);
            }
            return connection.close().sent();
        };
    }

    /// Without the beginning of the connection, as a capture that was started later has it.
    static Speaking tcpJoinedLater(Delivery delivery) {
        return (call, hosts) -> {
            Connection connection = new Connection(hosts, delivery);
            call.said().forEach(said -> say(connection, said.byCaller(), said.bytes(), 0));
            return connection.sent();
        };
    }

    static Speaking webSocket(Delivery delivery, Framing framing) {
        return (call, hosts) -> {
            Connection connection = new Connection(hosts, delivery).open();
            connection.say(true, Frames.request(), List.of());
            String more = framing == Framing.PACKED ? SIP_PROTOCOL + DEFLATE : SIP_PROTOCOL;
            connection.say(false, Frames.response(more), List.of());
            Frames byCaller = new Frames(true); // as RFC 6455 wants it: clients mask
            Frames byCallee = new Frames(false);
            for (Call.Said said : call.said()) {
                Frames frames = said.byCaller() ? byCaller : byCallee;
                int before = frames.bytes().length;
                switch (framing) {
                    case WHOLE -> frames.message(said.text());
                    case FRAGMENTED -> frames.fragments(said.text(), FRAGMENT_BYTES);
                    case PACKED -> frames.compressed(said.text());
                }
                say(connection, said.byCaller(), frames.bytes(), before);
            }
            return connection.close().sent();
        };
    }

    /// Says one message: the bytes from here.
    private static void say(Connection connection, boolean byCaller, byte[] all, int from) {
        byte[] bytes = Arrays.copyOfRange(all, from, all.length);
        connection.say(byCaller, bytes, List.of(bytes.length));
    }

    /// A recorded session; it carries the usual call, whatever call is asked for.
    static Speaking tls(Delivery delivery, String session) {
        return (_, hosts) -> {
            Connection connection = new Connection(hosts, delivery).open();
            for (Transcript.Flight flight : Transcript.of(session).flights()) {
                byte[] bytes = flight.bytes();
                List<Integer> ends = flight.ends() ? List.of(bytes.length) : List.of();
                connection.say(flight.fromClient(), bytes, ends);
            }
            return connection.close().sent();
        };
    }
}
