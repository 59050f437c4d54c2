package org.sipsleuth.encapsulation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.sipsleuth.capture.Wires;
import org.sipsleuth.capture.Wires.Wire;

/// A way for the call into a capture: over a transport, in tunnels, in frames.
///
/// @param around lays the transport's packets into other packets
record Carrier(String name, Hosts hosts, Talk talk, UnaryOperator<List<Sent>> around, Wire wire) {

    private static final int HOSTS_IN_A_NETWORK = 250;
    private static final Wire ETHERNET = Wires.all().getFirst();

    /// A transport in Ethernet.
    static Carrier of(Talk talk, Hosts hosts) {
        return new Carrier(talk.name(), hosts.on(talk.port()), talk, sent -> sent, ETHERNET);
    }

    Carrier named(String other) {
        return new Carrier(other, hosts, talk, around, wire);
    }

    /// Within something more.
    Carrier in(UnaryOperator<List<Sent>> outer) {
        return new Carrier(name, hosts, talk, sent -> outer.apply(around.apply(sent)), wire);
    }

    Carrier over(Wire other) {
        return new Carrier(name, hosts, talk, around, other);
    }

    /// The same between hosts of their own, so that many fit into one capture.
    Carrier numbered(int number) {
        String place = number / HOSTS_IN_A_NETWORK + "." + (1 + number % HOSTS_IN_A_NETWORK);
        Hosts own = hosts.caller().indexOf(':') < 0 ? new Hosts("10.1." + place, 5070, "10.2." + place, 5060)
                : new Hosts("2001:db8:1::" + number, 5070, "2001:db8:2::" + number, 5060);
        return new Carrier(name, own.on(talk.port()), talk, around, wire);
    }

    /// The frames of a call.
    List<Sent> frames(Call call) {
        return Sent.within(around.apply(talk.speaking().say(call, hosts)), wire.frame());
    }

    @Override
    public String toString() {
        return name;
    }
}
