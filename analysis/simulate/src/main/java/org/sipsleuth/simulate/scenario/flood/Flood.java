package org.sipsleuth.simulate.scenario.flood;

import java.util.List;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;

/// Sends INVITEs that nobody acknowledges. Each is written like one of a user, drawn each time,
/// whatever is spoofed: no INVITE alone shows that it belongs to the flood.
final class Flood {

    /// Whom it goes to, and as whom it can pretend to be.
    ///
    /// @param target where it sends
    /// @param uris whom it calls, one by chance
    /// @param users the real users
    record Victim(Socket target, List<String> uris, List<Caller> users) {}

    /// A real user.
    ///
    /// @param seen where its packets come from: its own socket, or that of its NAT
    record Caller(UserAgent agent, Socket seen) {

        /// Without NAT.
        static Caller direct(UserAgent agent) {
            return new Caller(agent, agent.socket());
        }

        boolean isBehindNat() {
            return !seen.equals(agent.socket());
        }
    }

    private static final int LEAST_NUMBER = 1_000;
    private static final int MOST_NUMBER = 9_999;

    private static final int FIRST_INVENTED = 300;
    private static final int INVENTED_HOSTS = 400;
    private static final double STEP_SECONDS = 1;

    private final Scene scene;
    private final Addresses addresses;
    private final Victim victim;
    private final Spoofing spoofing;
    private final SeededRandom draws;
    private final Socket own;
    private final String ownNumber;

    /// @param own the attacker's own address
    Flood(Scene scene, Addresses addresses, Victim victim, Spoofing spoofing, Socket own) {
        this.scene = scene;
        this.addresses = addresses;
        this.victim = victim;
        this.spoofing = spoofing;
        this.draws = scene.world().draws().of("flood");
        this.own = own;
        this.ownNumber = number();
    }

    /// Floods.
    ///
    /// @param full its rate, per second
    /// @param normal the rate of normal calls, per second
    void begin(FloodBehaviour behaviour, double full, double normal, double forSeconds, Attack attack) {
        step(behaviour, full, normal, 0, forSeconds, attack);
    }

    private void step(FloodBehaviour behaviour, double full, double normal, double at, double forSeconds,
            Attack attack) {
        double step = Math.min(STEP_SECONDS, forSeconds - at);
        if (step <= 0) {
            return;
        }
        double rate = behaviour.rate(full, normal, draws);
        invite(rate, scene.timeline().nowNanos() + Scene.nanos(step), attack);
        scene.in(step, () -> step(behaviour, full, normal, at + step, forSeconds, attack));
    }

    private void invite(double rate, long end, Attack attack) {
        scene.in(draws.exponential(1 / rate), () -> {
            if (scene.timeline().nowNanos() < end) {
                send(attack);
                invite(rate, end, attack);
            }
        });
    }

    private void send(Attack attack) {
        Caller somebody = draws.of(victim.users());
        UserAgent writer = somebody.agent();
        Signal invite = writer.compose("INVITE", draws.of(victim.uris()), Label.of(attack));
        String number = ownNumber;
        if (spoofing.uri()) {
            number = spoofing.legitimate() ? writer.account().user() : number();
        }
        Socket source = own;
        if (spoofing.address()) {
            source = spoofing.legitimate() ? somebody.seen() : invented();
        }
        boolean isPrivate = somebody.isBehindNat(); // as many as of the users, whatever is spoofed
        Socket sentBy = isPrivate ? writer.socket() : source;
        scene.network().send(as(number, sentBy, writer, invite), source, victim.target());
    }

    private String number() {
        return Long.toString(draws.between(LEAST_NUMBER, MOST_NUMBER));
    }

    /// The INVITE of a user as another one would have written it.
    private static Signal as(String number, Socket socket, UserAgent writer, Signal invite) {
        String ownHost = writer.socket().host().toString();
        String host = socket.host().toString();
        Signal copy = new Signal(invite.label, invite.profile, invite.method, 0,
                invite.callId.replace("@" + ownHost, "@" + host), invite.cseq);
        String user = writer.account().user();
        String uri = invite.from.uri().replace("sip:" + user + "@", "sip:" + number + "@");
        copy.requestUri = invite.requestUri;
        copy.from = invite.from.at(uri);
        copy.to = invite.to;
        copy.contact = invite.contact == null ? null
                : invite.contact.replace("sip:" + user + "@", "sip:" + number + "@")
                        .replace(writer.socket().inUri(), socket.inUri());
        Via via = invite.via();
        copy.vias.add(Via.asking(via.transport(), socket.inUri(), via.branch()));
        copy.fields.addAll(invite.fields);
        if (invite.body != null) {
            String end = "\r\n";
            String text = invite.body.text().replace(" " + ownHost + end, " " + host + end);
            copy.body = new Body(invite.body.type(), text);
        }
        return copy;
    }

    private Socket invented() {
        return Addresses.sip(addresses.outside(FIRST_INVENTED + draws.below(INVENTED_HOSTS)));
    }
}
