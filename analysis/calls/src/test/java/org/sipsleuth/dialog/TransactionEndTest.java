package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.Scene.Way;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;

/// The same branch, CSeq and Call-ID used again, before and after the end of the transaction.
class TransactionEndTest {

    private static final long SEED = 4_804;

    private static String marks(SipIndex index) {
        StringBuilder marks = new StringBuilder();
        for (int message : index.messagesOf(0)) {
            marks.append(index.messages().isRetransmission(message) ? 'r' : '-');
        }
        return marks.toString();
    }

    private static long transactions(SipIndex index) {
        return IntStream.of(index.messagesOf(0)).map(index.messages()::transaction).distinct().count();
    }

    private static String outcome(SipIndex index) {
        return DialogOutcome.of(index, 0).text();
    }

    /// What the keep-alives of one variant look like.
    ///
    /// @param branch empty for none
    record Ping(String method, String branch, String tags, Way way) {}

    static Stream<Ping> pings() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of("OPTIONS", "NOTIFY", "REGISTER", "MESSAGE", "SUBSCRIBE")
                        .flatMap(method -> Stream.of("same", "").map(branch -> new Ping(method, branch, "f", way))));
    }

    private static Scene ping(Scene scene, Ping ping, double at, boolean isAnswered) {
        scene.at(at).send("a>b", ping.method + " 1", ping.branch, ping.tags);
        if (isAnswered) {
            scene.at(at + 0.01).send("b>a", "200 " + ping.method + " 1", ping.branch, "f/t");
        }
        return scene;
    }

    @ParameterizedTest
    @MethodSource("pings")
    void eachPingIsATransactionOfItsOwn(Ping ping) throws IOException {
        Scene scene = new Scene(ping.way);
        for (int i = 0; i < 12; i++) {
            ping(scene, ping, i * 60, true);
        }
        SipIndex index = scene.read();
        assertEquals("-".repeat(24), marks(index));
        assertEquals(12, transactions(index));
        assertEquals("succeeded: accepted", outcome(index));
    }

    @ParameterizedTest
    @MethodSource("pings")
    void aPeerThatFallsSilentIsSeenAsSilent(Ping ping) throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 4; i++) {
            Scene scene = new Scene(ping.way);
            int answered = 1 + random.nextInt(5);
            int silent = 2 + random.nextInt(5);
            double period = 33 + random.nextInt(120);
            for (int k = 0; k < answered + silent; k++) {
                ping(scene, ping, k * period, k < answered);
            }
            SipIndex index = scene.read();
            assertEquals(answered + silent, transactions(index));
            assertEquals("failed: no response", outcome(index), "every " + period);
        }
    }

    /// Pings with numbers and branches of their own, closer together than 32 s.
    @ParameterizedTest
    @EnumSource(Way.class)
    void aSilentPeerIsSeenAlsoByPingsThatFollowSoon(Way way) throws IOException {
        for (String method : List.of("OPTIONS", "REGISTER", "NOTIFY")) {
            Scene scene = new Scene(way);
            for (int i = 1; i < 6; i++) {
                scene.at(20 * i).send("a>b", method + " " + i, "p" + i, "f");
            }
            assertEquals("failed: no response", outcome(scene.read()), method);
        }
    }

    @Test
    void onePingThatJustWentIsOpen() throws IOException {
        Scene scene = new Scene();
        Ping ping = new Ping("OPTIONS", "same", "f", Way.UDP);
        ping(ping(scene, ping, 0, true), ping, 60, false);
        assertEquals(Outcome.PENDING, DialogOutcome.of(scene.read(), 0).outcome());
    }

    /// The twin: what RFC 3261 repeats belongs to the transaction.
    @ParameterizedTest
    @MethodSource("pings")
    void retransmissionsStayWhatTheyAre(Ping ping) throws IOException {
        if (ping.way == Way.TCP) {
            return; // nothing is retransmitted
        }
        Scene scene = new Scene(ping.way);
        for (double at : new double[]{0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5}) {
            ping(scene, ping, at, false);
        }
        SipIndex index = scene.read();
        assertEquals("-rrrrrrrrrr", marks(index));
        assertEquals("failed: no response", outcome(index));
    }

    @Test
    void aServerRepeatsItsResponseFor32Seconds() throws IOException {
        Scene scene = new Scene();
        Ping ping = new Ping("OPTIONS", "same", "f", Way.UDP);
        for (double at : new double[]{0, 4, 12, 31}) {
            ping(scene, ping, at, true);
        }
        ping(scene, ping, 32.5, true);
        SipIndex index = scene.read();
        assertEquals("--rrrrrr--", marks(index));
        assertEquals(2, transactions(index));
    }

    @Test
    void overTcpATransactionEndsWithItsFinalResponse() throws IOException {
        Scene scene = new Scene(Way.TCP);
        Ping ping = new Ping("OPTIONS", "same", "f", Way.TCP);
        for (int i = 0; i < 5; i++) {
            ping(scene, ping, i * 10, true);
        }
        ping(scene, ping, 50, false);
        SipIndex index = scene.read();
        assertEquals(6, transactions(index));
        assertEquals("-".repeat(11), marks(index));
    }

    /// An INVITE that rings for long is one; with the ACK to its refusal.
    @ParameterizedTest
    @EnumSource(Way.class)
    void ringingProlongsAnInvite(Way way) throws IOException {
        SipIndex index = new Scene(way).send("a>b", "INVITE 1", "i", "f")
                .at(0.1)
                .send("b>a", "180 INVITE 1", "i", "f/t")
                .at(60)
                .send("b>a", "180 INVITE 1", "i", "f/t")
                .at(100)
                .send("a>b", "INVITE 1", "i", "f")
                .at(150)
                .send("b>a", "486 INVITE 1", "i", "f/t")
                .at(150.1)
                .send("a>b", "ACK 1", "i", "f/t")
                .read();
        assertEquals(1, transactions(index));
        assertEquals("--rr--", marks(index));
        assertEquals("refused: busy (486)", outcome(index));
    }

    /// The same INVITE again, each refused and acknowledged, or answered.
    @ParameterizedTest
    @EnumSource(Way.class)
    void theSameInviteLaterIsAnotherOne(Way way) throws IOException {
        for (int status : new int[]{486, 503, 200}) {
            Scene scene = new Scene(way);
            for (int i = 0; i < 4; i++) {
                scene.at(90 * i).send("a>b", "INVITE 1", "i", "f");
                scene.at(90 * i + 0.1).send("b>a", status + " INVITE 1", "i", "f/t");
                scene.at(90 * i + 0.2).send("a>b", "ACK 1", status == 200 ? "k" : "i", "f/t");
            }
            SipIndex index = scene.read();
            assertEquals("-".repeat(12), marks(index), "" + status);
            assertEquals(status == 200 ? 8 : 4, transactions(index), "" + status);
        }
    }

    /// Repeated for 32 s until it is acknowledged, over every transport.
    @ParameterizedTest
    @EnumSource(Way.class)
    void a2xxIsRepeatedOverEveryTransport(Way way) throws IOException {
        Scene scene = new Scene(way).send("a>b", "INVITE 1", "i", "f").at(0.1);
        double at = 0.1;
        double gap = 0.5;
        for (int i = 0; i < 11; i++) {
            scene.at(at).send("b>a", "200 INVITE 1", "i", "f/t");
            scene.at(at + 0.01).send("a>b", "ACK 1", "k", "f/t");
            at += gap;
            gap = Math.min(4, 2 * gap);
        }
        SipIndex index = scene.read();
        assertEquals("---" + "rr".repeat(10), marks(index));
    }

    /// Only one direction was captured.
    @Test
    void responsesWithoutRequestsEndToo() throws IOException {
        Scene scene = new Scene();
        for (int i = 0; i < 5; i++) {
            scene.at(60 * i).send("b>a", "200 OPTIONS 1", "same", "f/t");
        }
        assertEquals("-----", marks(scene.read()));
    }

    /// Branch reused, and each response recorded before its request.
    @Test
    void aReusedBranchInDisorder() throws IOException {
        Scene scene = new Scene();
        for (int i = 0; i < 6; i++) {
            scene.at(60 * i + 0.01).send("b>a", "200 OPTIONS 1", "same", "f/t");
            scene.at(60 * i).send("a>b", "OPTIONS 1", "same", "f");
        }
        SipIndex index = scene.read();
        assertEquals("-".repeat(12), marks(index));
        assertEquals(6, transactions(index));
    }
}
