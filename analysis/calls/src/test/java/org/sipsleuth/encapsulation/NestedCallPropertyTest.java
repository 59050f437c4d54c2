package org.sipsleuth.encapsulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.capture.Wires;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.encapsulation.Streams.Framing;
import org.sipsleuth.encapsulation.Talk.Speaking;

/// Tunnels within tunnels, fragments of them and of their fragments, around every transport, in
/// every link type and file format.
class NestedCallPropertyTest {

    /// The largest packet that 802.3 carries with LLC, a multiple of eight bytes and a header.
    private static final int LARGEST_DATA_BYTES = 1_400;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final List<Integer> SHOWN_BY_ESP = List.of(4, TCP, UDP, 41);

    /// The call in a carrier and a file format.
    private record Nesting(Carrier carrier, Form form) {
        @Override
        public String toString() {
            return carrier + " in " + form;
        }
    }

    @Property(tries = 400)
    void anyNestingGivesTheSameMessages(@ForAll("nestings") Nesting nesting) {
        SameCall.assertCarriedBy(nesting.carrier(), nesting.form());
    }

    @Provide
    Arbitrary<Nesting> nestings() {
        Arbitrary<Hosts> hosts = Arbitraries.of(Hosts.IPV4, Hosts.IPV6);
        Arbitrary<List<String>> steps =
                Arbitraries
                        .frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.of(Tunnels.all().keySet())),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just("fragments")))
                        .list()
                        .ofMaxSize(5);
        return Combinators
                .combine(talks(), hosts, steps, Arbitraries.of(Wires.all()), Arbitraries.of(Form.all()),
                        Arbitraries.longs())
                .as(NestedCallPropertyTest::nesting)
                .filter(n -> n.form().carriesSecrets() || n.carrier().talk().secrets().isEmpty());
    }

    @Provide
    Arbitrary<Talk> talks() {
        return Combinators
                .combine(Arbitraries.integers().between(0, 5), Arbitraries.of(Transcript.CALLS), Arbitraries.longs(),
                        Arbitraries.integers().between(20, 900))
                .as(NestedCallPropertyTest::talk);
    }

    private static Talk talk(int kind, String session, long seed, int most) {
        Delivery delivery = Delivery.random(seed, most, 1);
        String pieces = " in pieces of up to " + most + " (" + seed + ")";
        return switch (kind) {
            case 0 -> Talk.UDP;
            case 1 -> Talk.of("TCP" + pieces, Transport.TCP, Streams.tcp(delivery));
            case 2 -> Talk.of("TCP, turns" + pieces, Transport.TCP, Streams.tcpInTurns(delivery));
            case 3 -> {
                Delivery chunks = Delivery.backwards(most);
                yield Talk.of("SCTP, " + most, Transport.SCTP, Datagrams.sctp(chunks));
            }
            case 4 -> {
                Framing framing = Framing.values()[Math.floorMod(seed, Framing.values().length)];
                Speaking speaking = Streams.webSocket(delivery, framing);
                yield Talk.of("WebSocket " + framing + pieces, Transport.WS, speaking);
            }
            default -> Carriers.tls(session + pieces, session, delivery);
        };
    }

    private static Nesting nesting(Talk talk, Hosts hosts, List<String> steps, Wires.Wire wire, Form form, long seed) {
        Carrier carrier = Carrier.of(talk, hosts);
        StringBuilder name = new StringBuilder(talk.name());
        name.append(hosts.equals(Hosts.IPV6) ? ", IPv6" : ", IPv4");
        Random random = new Random(seed);
        List<String> done = new ArrayList<>();
        for (String step : steps) {
            List<Sent> sent = carrier.around().apply(talk.speaking().say(Call.usual(), hosts));
            if (step.equals("fragments") && done.contains(step)) {
                continue; // two are enough: here, and where the link is too small
            }
            if (!step.equals("fragments") && !takes(step, talk, done, sent)) {
                continue;
            }
            carrier = carrier.in(step(step, random.nextLong(), done.size()));
            done.add(step);
            name.append(" in ").append(step);
        }
        if (wire.name().equals("LLC")) {
            carrier = carrier.in(sent -> fragments(sent, Delivery.every(LARGEST_DATA_BYTES), 40));
        }
        return new Nesting(carrier.over(wire).named(name + " in " + wire), form);
    }

    private static UnaryOperator<List<Sent>> step(String step, long seed, int place) {
        if (step.equals("fragments")) {
            return sent -> fragments(sent, Delivery.random(seed, 60, 8), place);
        }
        UnaryOperator<byte[]> tunnel = Tunnels.all().get(step);
        return sent -> Sent.within(sent, tunnel);
    }

    private static List<Sent> fragments(List<Sent> sent, Delivery delivery, int place) {
        return IpFragments.cut(sent, delivery, place << 26 | place << 10);
    }

    /// Whether a tunnel takes such packets.
    private static boolean takes(String tunnel, Talk talk, List<String> done, List<Sent> sent) {
        byte[] packet = sent.getFirst().bytes();
        boolean ipv4 = packet[0] >> 4 == 4;
        boolean whole = done.isEmpty() || !done.getLast().equals("fragments");
        if (tunnel.startsWith("HEP")) {
            return done.isEmpty() && talk == Talk.UDP;
        }
        if (tunnel.startsWith("ESP with NULL") && !tunnel.contains("tunnel")) {
            int protocol = packet[ipv4 ? 9 : 6];
            return whole && SHOWN_BY_ESP.contains(protocol);
        }
        return ipv4 || !tunnel.equals("GRE with WCCP");
    }
}
