package org.sipsleuth.encapsulation;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.capture.Wires;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.encapsulation.Streams.Framing;
import org.sipsleuth.encapsulation.Talk.Speaking;

/// Every encapsulation that is read, with the call in it.
final class Carriers {

    private static final int HTTP_PORT = 8080;
    private static final int TLS_PORT = 5061;
    private static final String ONLY_IPV4 = "GRE with WCCP";

    private final List<Carrier> all = new ArrayList<>();

    private Carriers() {
        add(Carrier.of(Talk.UDP, Hosts.IPV4));
        add(Carrier.of(Talk.UDP, Hosts.IPV6).named("UDP, IPv6"));
        Wires.all().forEach(wire -> addBoth(wire.name(), wire));
        Tunnels.all().keySet().forEach(this::tunnel);
        fragments();
        talks().forEach(talk -> add(Carrier.of(talk, Hosts.IPV4)));
        talks().forEach(talk -> add(Carrier.of(talk, Hosts.IPV6).named(talk + ", IPv6")));
    }

    /// All of them; their names are different.
    static List<Carrier> all() {
        return new Carriers().all;
    }

    private void add(Carrier carrier) {
        all.add(carrier);
    }

    private void addBoth(String name, Wires.Wire wire) {
        add(Carrier.of(Talk.UDP, Hosts.IPV4).over(wire).named(name));
        add(Carrier.of(Talk.UDP, Hosts.IPV6).over(wire).named(name + ", IPv6"));
    }

    private void tunnel(String name) {
        for (Hosts hosts : List.of(Hosts.IPV4, Hosts.IPV6)) {
            boolean ipv6 = hosts.equals(Hosts.IPV6);
            if (!ipv6 || !name.equals(ONLY_IPV4)) {
                add(Carrier.of(Talk.UDP, hosts)
                        .in(sent -> Sent.within(sent, Tunnels.all().get(name)))
                        .named(ipv6 ? name + ", IPv6" : name));
            }
        }
    }

    private void fragments() {
        for (Hosts hosts : List.of(Hosts.IPV4, Hosts.IPV6)) {
            String name = hosts.equals(Hosts.IPV4) ? "IPv4 fragments" : "IPv6 fragments";
            Carrier carrier = Carrier.of(Talk.UDP, hosts);
            for (Named delivery : deliveries(64)) {
                add(carrier.in(sent -> IpFragments.cut(sent, delivery.delivery())).named(name + delivery.name()));
            }
            add(carrier.in(sent -> Sent.within(sent, Tunnels.all().get("GTP-U")))
                    .in(sent -> IpFragments.cut(sent, Delivery.every(400)))
                    .named(name + " of GTP-U"));
        }
    }

    private record Named(String name, Delivery delivery) {}

    private static List<Named> deliveries(int bytes) {
        return List.of(new Named(" of eight bytes", Delivery.every(8)),
                new Named(", the last first", Delivery.backwards(bytes)),
                new Named(", each twice", Delivery.twice(bytes)),
                new Named(", overlapping", Delivery.overlapping(bytes)));
    }

    /// The transports besides UDP.
    static List<Talk> talks() {
        List<Talk> talks = new ArrayList<>();
        tcp(talks);
        sctp(talks);
        webSocket(talks);
        Transcript.CALLS.forEach(session -> tls(talks, session));
        return talks;
    }

    private static void tcp(List<Talk> talks) {
        Transport tcp = Transport.TCP;
        talks.add(Talk.of("TCP", tcp, Streams.tcp(Delivery.WHOLE)));
        talks.add(Talk.of("TCP, a byte at a time", tcp, Streams.tcp(Delivery.every(1))));
        for (Named delivery : deliveries(90)) {
            talks.add(Talk.of("TCP" + delivery.name(), tcp, Streams.tcp(delivery.delivery())));
        }
        talks.add(Talk.of("TCP, several in a segment", tcp, Streams.tcpInTurns(Delivery.WHOLE)));
        talks.add(Talk.of("TCP, segments across messages", tcp, Streams.tcpInTurns(Delivery.every(300))));
        talks.add(Talk.of("TCP, joined later", tcp, Streams.tcpJoinedLater(Delivery.every(200))));
    }

    private static void sctp(List<Talk> talks) {
        Transport sctp = Transport.SCTP;
        talks.add(Talk.of("SCTP", sctp, Datagrams.sctp(Delivery.WHOLE)));
        talks.add(Talk.of("SCTP, several in a packet", sctp, Datagrams::sctpBundled));
        talks.add(Talk.of("SCTP in chunks", sctp, Datagrams.sctp(Delivery.every(100))));
        talks.add(Talk.of("SCTP in chunks, the last first", sctp, Datagrams.sctp(Delivery.backwards(100))));
        talks.add(Talk.of("SCTP, I-DATA", sctp, Datagrams.sctpInterleaved(Delivery.WHOLE)));
        talks.add(Talk.of("SCTP, I-DATA in chunks", sctp, Datagrams.sctpInterleaved(Delivery.every(100))));
        talks.add(Talk.of("SCTP, I-DATA in chunks, the last first", sctp,
                Datagrams.sctpInterleaved(Delivery.backwards(100))));
    }

    private static void webSocket(List<Talk> talks) {
        for (Framing framing : Framing.values()) {
            String name = switch (framing) {
                case WHOLE -> "WebSocket";
                case FRAGMENTED -> "WebSocket in fragments with pings";
                case PACKED -> "WebSocket, packed";
            };
            talks.add(webSocket(name, framing, Delivery.WHOLE));
            talks.add(webSocket(name + ", a byte at a time", framing, Delivery.every(1)));
        }
    }

    private static Talk webSocket(String name, Framing framing, Delivery delivery) {
        Speaking speaking = Streams.webSocket(delivery, framing);
        return new Talk(name, Transport.WS, HTTP_PORT, "", speaking);
    }

    private static void tls(List<Talk> talks, String session) {
        String name = session.replace("call-tls1", "TLS 1.").replaceFirst("-", ", ");
        talks.add(tls(name, session, Delivery.WHOLE));
        talks.add(tls(name + ", a byte at a time", session, Delivery.every(1)));
    }

    static Talk tls(String name, String session, Delivery delivery) {
        Transport transport = session.endsWith("websocket") ? Transport.WSS : Transport.TLS;
        int port = transport == Transport.WSS ? 443 : TLS_PORT;
        String secrets = Transcript.of(session).keys();
        return new Talk(name, transport, port, secrets, Streams.tls(delivery, session));
    }
}
