package org.sipsleuth.simulate;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Mutation;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Media;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// The smallest scenario, for tests: hosts are asked for their capabilities, and answer. Some
/// questions belong to a scan, some are broken on purpose; some are long, some come with media.
public final class Pings implements Scenario {

    private static final int SIP_PORT = 5060;
    private static final int MEDIA_PORT = 10_000;
    private static final int HOSTS = 20;

    @Override
    public String name() {
        return "pings";
    }

    @Override
    public String description() {
        return "Hosts are asked for their capabilities.";
    }

    @Override
    public String source() {
        return "RFC 3261 §11";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole("pings", 200, "questions", 1, 100_000_000, "how many"),
                Setting.real("every", 50, "ms", 0, 10_000, "how long between two"),
                Setting.whole("body", 0, "bytes", 0, 60_000, "how long the answers are"),
                Setting.whole("media", 0, "s", 0, 1_000, "how long the media of each flow"),
                Setting.whole("scan", 0, "questions", 0, 1_000, "each of so many is of a scan"),
                Setting.whole("broken", 0, "questions", 0, 1_000, "each of so many is broken"));
    }

    @Override
    public void play(World world) {
        new Play(world).begin();
    }

    private static final class Play {
        private final World world;
        private final Network network;
        private final SeededRandom draws;
        private final Profile asking = Profiles.pbx();
        private final Socket server;
        private final Attack scan;
        private final Attack fuzzing;

        Play(World world) {
            this.world = world;
            this.network = world.network();
            this.draws = world.draws().of("pings");
            this.server = new Socket(host(1), SIP_PORT);
            this.scan = world.truth()
                    .attack(AttackPlan.of(TrafficClass.SCAN, AttackKind.HOST_SCAN, "questions \"of\" a scan"));
            this.fuzzing = world.truth().attack(AttackPlan.oddity(TrafficClass.MUTATION, "a broken Max-Forwards"));
        }

        private Host host(int number) {
            return world.settings().is("ip", "6") ? Host.ipv6(0x2001_0db8_0000_0000L, number)
                    : Host.ipv4(10, 0, 0, number);
        }

        void begin() {
            network.joinTapped(server, (_, _, _) -> {});
            for (int i = 0; i < HOSTS; i++) {
                Socket phone = new Socket(host(10 + i), SIP_PORT);
                Profile profile = Profiles.phone(i);
                network.join(phone, (signal, from, at) -> answer(signal, profile, at, from));
                world.truth().user("sip:" + i + "@example.com", TrafficClass.NORMAL);
            }
            ask(0);
        }

        private void answer(Signal question, Profile profile, Socket from, Socket to) {
            Signal answer = Signal.response(question, profile, 200);
            answer.to = question.to.tagged(draws.hex(8));
            int body = world.settings().count("body");
            if (body > 0) {
                answer.body = new Body("text/plain", "x".repeat(body));
            }
            network.send(answer, from, to);
        }

        private void ask(int number) {
            Socket phone = new Socket(host(10 + number % HOSTS), SIP_PORT);
            Label label = label(number);
            Signal question = new Signal(label, asking, "OPTIONS", 0, draws.hex(12) + "@" + number, 1);
            question.requestUri = "sip:" + phone.inUri();
            question.from = new NameAddress("", "sip:pbx@example.com", draws.hex(8));
            question.to = new NameAddress("", question.requestUri);
            question.vias
                    .add(Via.asking(network.isReliable() ? "TCP" : "UDP", server.inUri(), "z9hG4bK" + draws.hex(12)));
            if (label.trafficClass() == TrafficClass.MUTATION) {
                question.mutator = (message, changes) -> {
                    changes.add(new Mutation(0, 7, "upper case"));
                    byte[] changed = message.clone();
                    changed[0] = 'o';
                    return changed;
                };
            }
            network.send(question, server, phone);
            media(question, phone);
            if (number + 1 < world.settings().count("pings")) {
                long wait = (long) (world.settings().real("every") * 1e6);
                world.timeline().in(wait, () -> ask(number + 1));
            }
        }

        private Label label(int number) {
            int scans = world.settings().count("scan");
            int broken = world.settings().count("broken");
            if (scans > 0 && number % scans == 0) {
                return Label.of(scan);
            }
            return broken > 0 && number % broken == 0 ? Label.of(fuzzing) : Label.normal();
        }

        private void media(Signal question, Socket phone) {
            int seconds = world.settings().count("media");
            if (seconds == 0) {
                return;
            }
            Media media = new Media(question.callId, question.label, new Socket(server.host(), MEDIA_PORT),
                    new Socket(phone.host(), MEDIA_PORT), "0 PCMU/8000", Media.Direction.BOTH);
            network.begin(media);
            world.timeline().in(seconds * 1_000_000_000L, () -> network.end(media));
        }
    }
}
