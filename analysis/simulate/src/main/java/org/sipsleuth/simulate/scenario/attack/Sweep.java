package org.sipsleuth.simulate.scenario.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;

/// A host scan of an office's network, as by svmap, sippts and nmap: one request per address, never
/// retransmitted. The capture sees all of it, also requests to unused addresses; over TCP there is
/// no message to these, since no connection is established.
final class Sweep implements LongConsumer {

    /// The number of addresses in the network of an office; a longer scan wraps around.
    private static final int NETWORK = 62_500;

    private final Office office;
    private final ExternalAgents strangers;
    private final String method;
    private final String user;
    private final Attack attack;
    private final List<Integer> order;

    Sweep(Office office, ExternalAgents strangers, Settings settings, SeededRandom draws, Attack attack) {
        this.office = office;
        this.strangers = strangers;
        this.method = settings.text(Scan.METHOD);
        this.user = settings.text(Scan.USER);
        this.attack = attack;
        long addresses = settings.whole(Scan.TRIES);
        int different = (int) Math.min(addresses, NETWORK);
        this.order = new ArrayList<>(IntStream.range(0, different).boxed().toList());
        if (settings.text(Scan.WHAT).equals(Scan.SHUFFLED)) {
            draws.shuffle(order);
        }
        strangers.all().forEach(UserAgent::tapped);
    }

    @Override
    public void accept(long number) {
        int address = order.get((int) (number % order.size()));
        Socket target = Addresses.sip(office.addresses().inside(address));
        Network network = office.scene().network();
        if (!network.isReliable() || network.isAttached(target)) {
            UserAgent scanner = strangers.of(number);
            network.send(request(scanner, target), scanner.socket(), target);
        }
    }

    private Signal request(UserAgent scanner, Socket target) {
        String host = target.host().inUri();
        String uri = user.isEmpty() ? "sip:" + host : "sip:" + user + "@" + host;
        if (!method.equals("REGISTER")) {
            return scanner.compose(method, uri, Label.of(attack));
        }
        Signal request = scanner.compose(method, "sip:" + host, Label.of(attack));
        NameAddress registered = new NameAddress("", uri);
        request.from = registered.tagged(request.from.tag());
        request.to = registered;
        return request.with("Expires", ExternalAgents.EXPIRES);
    }
}
