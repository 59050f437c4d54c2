package org.sipsleuth.simulate.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.SignalWriter;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Media;
import org.sipsleuth.simulate.network.MediaSink;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Truth;
import org.sipsleuth.truth.UserFacts;

/// A world for tests that remembers all that passes.
public final class Stage {

    private static final long BEGIN = 1_700_000_000_000_000_000L;
    private static final int MOST_EVENTS = 5_000_000;
    private static final String DOMAIN = "example.com";

    /// A message that was seen.
    public record Passed(long atNanos, Signal signal, Socket from, Socket to) {

        /// Its method or status.
        public String type() {
            return signal.isRequest() ? signal.method : Integer.toString(signal.status);
        }
    }

    /// A media stream that was reported, with its times; 0 while it flows.
    public record Played(Media media, long beginNanos, long endNanos) {}

    private final List<Passed> passed = new ArrayList<>();
    private final List<Played> played = new ArrayList<>();
    private final Timeline timeline = new Timeline(BEGIN);
    private final Network network;
    private final Scene scene;
    private final SeededRandom draws;
    private Predicate<Passed> lost = _ -> false;

    /// Over UDP, 10 ms from any socket to any other.
    public Stage() {
        this(1, org.sipsleuth.simulate.network.Path.ofMillis(10, 0, 0), false);
    }

    public Stage(long seed, org.sipsleuth.simulate.network.Path path, boolean reliable) {
        draws = new SeededRandom(seed);
        network = new Network(timeline, draws.of("network"), this::pass, path, reliable);
        network.reportMediaTo(new MediaSink() {
            @Override
            public void begins(Media media) {
                played.add(new Played(media, timeline.nowNanos(), 0));
            }

            @Override
            public void ends(Media media) {
                for (int i = 0; i < played.size(); i++) {
                    Played one = played.get(i);
                    if (one.media == media && one.endNanos == 0) {
                        played.set(i, new Played(media, one.beginNanos, timeline.nowNanos()));
                    }
                }
            }
        });
        scene = new Scene(new World(settings(), timeline, draws, network, new NoTruth(), Long.MAX_VALUE));
    }

    private static Settings settings() {
        try {
            return Settings.of(List.of(), Map.of());
        } catch (SettingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(long atNanos, Signal signal, Socket from, Socket to) {
        passed.add(new Passed(atNanos, signal, from, to));
    }

    public Scene scene() {
        return scene;
    }

    public Network network() {
        return network;
    }

    public SeededRandom draws() {
        return draws;
    }

    /// Seconds since the beginning.
    public double seconds() {
        return (timeline.nowNanos() - BEGIN) / 1e9;
    }

    /// Seconds from the beginning to a message.
    public static double seconds(Passed message) {
        return (message.atNanos - BEGIN) / 1e9;
    }

    /// The SIP socket of the `number`-th host.
    public static Socket socket(int number) {
        return new Socket(Host.ipv4(10, 0, 0, number), 5060);
    }

    public static Account account(String user) {
        return new Account(user, DOMAIN, "", "secret of " + user);
    }

    /// A user agent at the `number`-th host, where all is seen.
    public UserAgent agent(String user, int number) {
        return new UserAgent(scene, account(user), Profiles.phone(number), socket(number)).tapped();
    }

    /// The URI of a user agent that is asked directly.
    public static String direct(UserAgent agent) {
        return "sip:" + agent.account().user() + "@" + agent.socket().inUri();
    }

    /// Loses messages on their way to elements that are seated with [#lossy].
    public void lose(Predicate<Passed> which) {
        lost = which;
    }

    /// A seat whose messages are given on as often as one says, or not at all where they are lost.
    public Access lossy(int copies) {
        Access plain = Access.to(network, true);
        return new Access() {
            @Override
            public void join(Socket socket, Node node) {
                plain.join(socket, (signal, from, at) -> {
                    Passed message = new Passed(timeline.nowNanos(), signal, from, at);
                    for (int i = 0; i < copies && !lost.test(message); i++) {
                        node.receive(signal, from, at);
                    }
                });
            }

            @Override
            public void leave(Socket socket) {
                plain.leave(socket);
            }

            @Override
            public void send(Signal signal, Socket from, Socket to) {
                plain.send(signal, from, to);
            }

            @Override
            public boolean reaches(Socket to) {
                return plain.reaches(to);
            }
        };
    }

    /// Lets all happen that is planned.
    public Stage run() {
        for (int i = 0; i < MOST_EVENTS; i++) {
            if (!timeline.step()) {
                return this;
            }
        }
        throw new IllegalStateException("it does not end");
    }

    /// Lets happen what is planned for the next seconds.
    public Stage run(double seconds) {
        long end = timeline.nowNanos() + Scene.nanos(seconds);
        timeline.at(end, () -> {});
        while (timeline.nextNanos() <= end) {
            timeline.step();
        }
        return this;
    }

    public List<Passed> passed() {
        return passed;
    }

    public List<Played> played() {
        return played;
    }

    /// The messages of a dialog.
    public List<Passed> of(String callId) {
        return passed.stream().filter(p -> p.signal().callId.equals(callId)).toList();
    }

    /// The types of all messages, in order.
    public String types() {
        return types(passed);
    }

    public static String types(List<Passed> messages) {
        return messages.stream().map(Passed::type).collect(Collectors.joining(" "));
    }

    /// All messages as text, each with its time and way.
    public List<String> transcript() {
        SignalWriter writer = new SignalWriter();
        return passed.stream()
                .map(p -> "%d %s %s %s".formatted(p.atNanos(), p.from(), p.to(),
                        new String(writer.toBytes(p.signal()), java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }

    /// All messages as a capture that was read.
    public SipIndex index() throws IOException {
        SignalWriter writer = new SignalWriter();
        PcapWriter pcap = new PcapWriter(java.nio.ByteOrder.LITTLE_ENDIAN, 0xa1b23c4d, 1); // ns
        for (Passed p : passed) {
            byte[] datagram = Packets.udp(p.from().port(), p.to().port(), writer.toBytes(p.signal()));
            byte[] packet = Packets.ipv4(p.from().host().toString(), p.to().host().toString(), 17, datagram);
            pcap.frame(p.atNanos() / 1_000_000_000L, (int) (p.atNanos() % 1_000_000_000L),
                    Packets.ethernet(0x0800, packet));
        }
        Path file = Files.createTempFile("stage", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, pcap.bytes())), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }

    /// The number of different Call-IDs.
    public int dialogs() {
        Set<String> callIds = new HashSet<>();
        passed.forEach(p -> callIds.add(p.signal().callId));
        return callIds.size();
    }

    private static final class NoTruth implements Truth {
        @Override
        public Attack attack(AttackPlan plan) {
            return Attack.of("A1", plan);
        }

        @Override
        public void reached(Attack attack, AttackOutcome outcome) {}

        @Override
        public void account(Attack attack, String user) {}

        @Override
        public void user(String uri, UserFacts facts) {}
    }
}
