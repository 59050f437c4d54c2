package org.sipsleuth.dialog.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.Scene;
import org.sipsleuth.dialog.Scene.Way;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Calls captured on both sides of a destination NAT, as on the interface `any` of a host with
/// containers: each message is there twice with other addresses.
class DestinationNatTest {

    private static final long SEED = 48;

    /// One variant.
    ///
    /// @param request the hops of a request of the caller, in the order of the records
    /// @param response those of a response to it
    /// @param back those of a request of the callee
    /// @param backResponse those of a response to that
    record Nat(String name, Way way, String request, String response, String back, String backResponse) {
        @Override
        public String toString() {
            return name + " over " + way;
        }
    }

    static Stream<Nat> nats() {
        List<Nat> nats = new ArrayList<>();
        for (Way way : Way.values()) {
            nats.add(new Nat("inbound", way, "a>v a>p", "p>a v>a", "p>a v>a", "a>v a>p"));
            nats.add(new Nat("outside last", way, "a>p a>v", "v>a p>a", "v>a p>a", "a>p a>v"));
            nats.add(new Nat("source too", way, "a>v n>p", "p>n v>a", "p>n v>a", "a>v n>p"));
            nats.add(new Nat("three hops", way, "a>v a>y a>p", "p>a y>a v>a", "p>a y>a v>a", "a>v a>y a>p"));
            nats.add(new Nat("none (twin)", way, "a>v", "v>a", "v>a", "a>v"));
        }
        return nats.stream();
    }

    private static String outcome(Scene scene) throws IOException {
        SipIndex index = scene.read();
        DialogWalk walk = new DialogWalk(index);
        walk.read(0);
        long talk = walk.calls().getLast().talkNanos(index.messages());
        String talked = talk < 0 ? "" : ", %.1f s".formatted(talk / 1e9);
        DialogOutcome outcome = DialogOutcome.of(index, 0);
        boolean isOpen = outcome.outcome().isOpen();
        return (isOpen ? outcome.outcome().text() : outcome.text()) + talked;
    }

    private static Scene answered(Nat nat) {
        return new Scene(nat.way).send(nat.request, "INVITE 1", "i", "f")
                .at(0.01)
                .send(nat.response, "180 INVITE 1", "i", "f/t")
                .at(1)
                .send(nat.response, "200 INVITE 1", "i", "f/t")
                .at(1.01)
                .send(nat.request, "ACK 1", "k", "f/t");
    }

    @ParameterizedTest
    @MethodSource("nats")
    void theCallerEndsIt(Nat nat) throws IOException {
        Scene scene = answered(nat).at(6)
                .send(nat.request, "BYE 2", "e", "f/t")
                .at(6.01)
                .send(nat.response, "200 BYE 2", "e", "f/t");
        assertEquals("completed: ended by the caller, 5.0 s", outcome(scene));
    }

    @ParameterizedTest
    @MethodSource("nats")
    void theCalleeEndsIt(Nat nat) throws IOException {
        Scene scene = answered(nat).at(6)
                .send(nat.back, "BYE 9", "e", "t/f")
                .at(6.01)
                .send(nat.backResponse, "200 BYE 9", "e", "t/f");
        assertEquals("completed: ended by the callee, 5.0 s", outcome(scene));
    }

    @ParameterizedTest
    @MethodSource("nats")
    void itIsStillUp(Nat nat) throws IOException {
        assertEquals("established", outcome(answered(nat).until(90)));
    }

    @ParameterizedTest
    @MethodSource("nats")
    void itIsRefusedAfterAChallenge(Nat nat) throws IOException {
        Scene scene = new Scene(nat.way).send(nat.request, "INVITE 1", "i", "f")
                .at(0.01)
                .send(nat.response, "407 INVITE 1", "i", "f/t")
                .at(0.02)
                .send(nat.request, "ACK 1", "i", "f/t")
                .at(0.03)
                .send(nat.request, "INVITE 2", "j", "f")
                .at(0.2)
                .send(nat.response, "486 INVITE 2", "j", "f/t")
                .at(0.21)
                .send(nat.request, "ACK 2", "j", "f/t");
        assertEquals("refused: busy (486)", outcome(scene));
    }

    @ParameterizedTest
    @MethodSource("nats")
    void itIsCancelled(Nat nat) throws IOException {
        Scene scene = new Scene(nat.way).send(nat.request, "INVITE 1", "i", "f")
                .at(0.1)
                .send(nat.response, "180 INVITE 1", "i", "f/t")
                .at(3)
                .send(nat.request, "CANCEL 1", "i", "f")
                .at(3.01)
                .send(nat.response, "200 CANCEL 1", "i", "f/t")
                .at(3.02)
                .send(nat.response, "487 INVITE 1", "i", "f/t")
                .at(3.03)
                .send(nat.request, "ACK 1", "i", "f/t");
        assertEquals("cancelled: cancelled by the caller (487)", outcome(scene));
    }

    /// Two answers with two To tags behind the NAT are two dialogs, as without it.
    @ParameterizedTest
    @MethodSource("nats")
    void aForkStaysAFork(Nat nat) throws IOException {
        Scene scene = answered(nat).at(1.02)
                .send(nat.response, "200 INVITE 1", "i", "f/u")
                .at(1.03)
                .send(nat.request, "ACK 1", "l", "f/u")
                .at(6)
                .send(nat.request, "BYE 2", "e", "f/t")
                .at(6.01)
                .send(nat.response, "200 BYE 2", "e", "f/t");
        assertEquals("established", outcome(scene));
    }

    /// Copies of any message may be missing: queues drop some of them.
    @Test
    void withCopiesMissingAtRandom() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 40; i++) {
            Scene scene = new Scene();
            Nat nat = nats().toList().get(random.nextInt(3));
            scene.send(nat.request, "INVITE 1", "i", "f")
                    .at(0.1)
                    .send(some(nat.response, random), "180 INVITE 1", "i", "f/t")
                    .at(1)
                    .send(nat.response, "200 INVITE 1", "i", "f/t")
                    .at(1.01)
                    .send(some(nat.request, random), "ACK 1", "k", "f/t")
                    .at(6)
                    .send(nat.request, "BYE 2", "e", "f/t")
                    .at(6.01)
                    .send(some(nat.response, random), "200 BYE 2", "e", "f/t");
            assertEquals("completed: ended by the caller, 5.0 s", outcome(scene), nat.name);
        }
    }

    private static String some(String hops, Random random) {
        String[] all = hops.split(" ", -1);
        return random.nextBoolean() ? hops : all[random.nextInt(all.length)];
    }
}
