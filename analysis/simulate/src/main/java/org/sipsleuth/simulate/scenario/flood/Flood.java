package org.sipsleuth.simulate.scenario.flood;

import java.util.List;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;

/// Sends INVITEs that nobody acknowledges. They are written like those of the users.
final class Flood {

    /// Whom it goes to, and as whom it can pretend to be.
    ///
    /// @param target where it sends
    /// @param uris whom it calls, one by chance
    /// @param users the real users
    record Victim(Socket target, List<String> uris, List<UserAgent> users) {}

    private static final int FIRST_INVENTED = 300;
    private static final int INVENTED_HOSTS = 400;
    private static final double STEP_SECONDS = 1;

    private final Scene scene;
    private final Addresses addresses;
    private final Victim victim;
    private final Spoofing spoofing;
    private final SeededRandom draws;
    private final UserAgent attacker;

    /// @param own the attacker's own address
    Flood(Scene scene, Addresses addresses, Victim victim, Spoofing spoofing, Socket own) {
        this.scene = scene;
        this.addresses = addresses;
        this.victim = victim;
        this.spoofing = spoofing;
        this.draws = scene.world().draws().of("flood");
        this.attacker = writer("caller", own, 0);
    }

    private UserAgent writer(String user, Socket socket, int profile) {
        Account account = new Account(user, socket.host().inUri(), "", "");
        return new UserAgent(scene, account, Profiles.phone(profile), socket);
    }

    /// Floods.
    ///
    /// @param full its rate, per second
    /// @param normal the rate of normal calls, per second
    void begin(Behaviour behaviour, double full, double normal, double forSeconds, Attack attack) {
        step(behaviour, full, normal, 0, forSeconds, attack);
    }

    private void step(
            Behaviour behaviour,
            double full,
            double normal,
            double at,
            double forSeconds,
            Attack attack) {
        double step = Math.min(STEP_SECONDS, forSeconds - at);
        if (step <= 0) {
            return;
        }
        double rate = behaviour.rate(full, normal, at, draws);
        invite(rate, scene.timeline().nowNanos() + Scene.nanos(step), attack);
        scene.in(step, () -> step(behaviour, full, normal, at + step, forSeconds, attack));
    }

    private void invite(double rate, long end, Attack attack) {
        scene.in(
                draws.exponential(1 / rate),
                () -> {
                    if (scene.timeline().nowNanos() < end) {
                        send(attack);
                        invite(rate, end, attack);
                    }
                });
    }

    private void send(Attack attack) {
        UserAgent somebody = draws.of(victim.users());
        boolean asUser = spoofing.uri() && spoofing.legitimate();
        UserAgent writer = asUser ? somebody : attacker;
        Signal invite = writer.compose("INVITE", draws.of(victim.uris()), Label.of(attack));
        Socket source = attacker.socket();
        if (spoofing.address()) {
            source = spoofing.legitimate() ? somebody.socket() : invented();
        }
        if (spoofing.uri() && !spoofing.legitimate()) {
            String user = "u" + draws.between(1_000, 99_999);
            String uri = "sip:" + user + "@" + source.inUri();
            invite.from = new NameAddress("", uri, invite.from.tag());
            invite.contact = "<" + uri + ">";
        }
        Via via = invite.vias.removeFirst();
        invite.vias.add(Via.asking(via.transport(), source.inUri(), via.branch()));
        scene.network().send(invite, source, victim.target());
    }

    private Socket invented() {
        return Addresses.sip(addresses.outside(FIRST_INVENTED + draws.below(INVENTED_HOSTS)));
    }
}
