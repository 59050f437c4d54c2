package org.sipsleuth.dialog.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.Scene;
import org.sipsleuth.dialog.Scene.Way;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;

/// Hints that rest on notes of single messages.
class NotedHintTest {

    private static List<DialogHint> hints(SipIndex index) {
        return new HintReader(index).of(0, DialogOutcome.of(index, 0)).stream().map(FoundHint::hint).toList();
    }

    private static Scene answered(Way way, int cseq) {
        return new Scene(way).send("a>b", "INVITE " + cseq, "i", "f")
                .at(1)
                .send("b>a", "200 INVITE " + cseq, "i", "f/t")
                .at(1.1)
                .send("a>b", "ACK " + cseq, "k", "f/t");
    }

    /// A BYE, and what it is answered with.
    ///
    /// @param tags those of the BYE
    record Bye(String hop, int cseq, String tags, int status, List<DialogHint> hints) {}

    static Stream<Bye> byes() {
        List<DialogHint> tag = List.of(DialogHint.TAG_MISSING);
        List<DialogHint> back = List.of(DialogHint.CSEQ_BACK);
        List<DialogHint> refused = List.of(DialogHint.BYE_REFUSED);
        return Stream.of(new Bye("a>b", 201, "/t", 481, tag), new Bye("a>b", 201, "f", 481, tag),
                new Bye("a>b", 201, "", 481, tag), new Bye("b>a", 7, "/f", 481, tag), new Bye("b>a", 7, "t", 481, tag),
                new Bye("a>b", 199, "f/t", 500, back), new Bye("a>b", 1, "f/t", 500, back),
                new Bye("a>b", 201, "f/t", 481, refused), new Bye("b>a", 7, "t/f", 500, refused),
                new Bye("a>b", 201, "f/u", 481, List.of(DialogHint.TAG_CHANGED)),
                new Bye("a>b", 201, "/t", 200, List.of()), new Bye("a>b", 199, "f/t", 200, List.of()));
    }

    @ParameterizedTest
    @MethodSource("byes")
    void aByeThatIsRefusedIsExplained(Bye bye) throws IOException {
        for (Way way : Way.values()) {
            String back = "" + bye.hop.charAt(2) + '>' + bye.hop.charAt(0);
            SipIndex index = answered(way, 200).at(20)
                    .send(bye.hop, "BYE " + bye.cseq, "e", bye.tags)
                    .at(20.1)
                    .send(back, bye.status + " BYE " + bye.cseq, "e", bye.tags)
                    .read();
            assertEquals(bye.hints, hints(index), way.toString());
        }
    }

    /// A call with a re-INVITE whose CSeq follows that of another one, and its end.
    private static Scene reInvite(Way way, int cseq, int status) {
        Scene scene = answered(way, 200).at(20).send("a>b", "INFO 203", "n", "f/t").at(20.1);
        scene.send("b>a", "200 INFO 203", "n", "f/t").at(30).send("a>b", "INVITE " + cseq, "r", "f/t");
        if (status > 0) {
            scene.at(30.1).send("b>a", status + " INVITE " + cseq, "r", "f/t");
            scene.at(30.2).send("a>b", "ACK " + cseq, "r", "f/t");
        }
        return scene;
    }

    private static Scene ended(Scene scene) {
        return scene.at(90).send("a>b", "BYE 300", "e", "f/t").at(90.1).send("b>a", "200 BYE 300", "e", "f/t");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aReInviteWhoseNumberGoesBackFailsThoughTheCallEndsWell(Way way) throws IOException {
        List<DialogHint> back = List.of(DialogHint.CSEQ_BACK);
        assertEquals(back, hints(ended(reInvite(way, 201, 500)).read()), "500");
        assertEquals(DialogHint.CSEQ_BACK, hints(ended(reInvite(way, 201, 481)).read()).getFirst(), "481");
        assertEquals(back, hints(ended(reInvite(way, 201, 0)).read()), "no response");
        assertEquals(List.of(), hints(ended(reInvite(way, 204, 500)).read()), "a higher number");
        assertEquals(List.of(), hints(ended(reInvite(way, 201, 200)).read()), "accepted");
        assertEquals(List.of(), hints(ended(reInvite(way, 201, 488)).read()), "refused for another reason");
        Scene repaired = reInvite(way, 201, 500).at(31).send("a>b", "INVITE 204", "s", "f/t").at(31.1);
        repaired.send("b>a", "200 INVITE 204", "s", "f/t").at(31.2).send("a>b", "ACK 204", "k2", "f/t");
        assertEquals(List.of(), hints(ended(repaired).read()), "repeated and accepted");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMissingPrackExplainsTheTimeOut(Way way) throws IOException {
        for (boolean hasPrack : new boolean[]{false, true}) {
            Scene scene = new Scene(way).send("a>b", "INVITE 1", "i", "f");
            double gap = 0.5;
            double at = 0.1;
            for (int i = 0; i < 7; i++) {
                String reliable = "Require: 100rel\r\nRSeq: 5\r\n";
                scene.at(at).send("b>a", "183 INVITE 1", "i", "f/t", reliable);
                at += gap;
                gap *= 2;
            }
            if (hasPrack) {
                scene.at(0.2).send("a>b", "PRACK 2", "p", "f/t");
                scene.at(0.3).send("b>a", "200 PRACK 2", "p", "f/t");
            }
            scene.at(32.2).send("b>a", "504 INVITE 1", "i", "f/t");
            scene.at(32.3).send("a>b", "ACK 1", "i", "f/t");
            List<DialogHint> expected = List.of(hasPrack ? DialogHint.SERVER_TIMEOUT : DialogHint.NO_PRACK);
            assertEquals(expected, hints(scene.read()));
        }
    }

    /// An ACK and the route set it should follow.
    record Route(String name, String recorded, String contact, String route, boolean isWrong) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Route> routes() {
        String two = "Record-Route: <sip:203.0.113.6;lr>\r\nRecord-Route: <sip:203.0.113.5;lr>\r\n";
        String one = "Record-Route: <sip:203.0.113.6;lr>, <sip:203.0.113.5:5060;lr>\r\n";
        String otto = "Contact: <sip:otto@example.org>\r\n"; // the Request-URI of all requests
        String there = "Contact: <sip:otto@198.51.100.20:5062>\r\n";
        String five = "<sip:203.0.113.5;lr>";
        String six = "<sip:203.0.113.6;lr>";
        return Stream.of(new Route("wrong order", two, otto, six + "," + five, true),
                new Route("no route", two, otto, "", true), new Route("one missing", one, otto, five, true),
                new Route("no Record-Route", "", otto, five, true), new Route("other Request-URI", "", there, "", true),
                new Route("right (twin)", two, otto, five + "," + six, false),
                new Route("ports", one, otto, five + ",<sip:203.0.113.6:5060;lr>", false),
                new Route("none (twin)", "", otto, "", false), new Route("strict router",
                        "Record-Route: <sip:203.0.113.6>\r\n", otto, "<sip:otto@example.org>", false));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anAckThatLeavesTheRouteExplainsNoAck(Route route) throws IOException {
        for (Way way : List.of(Way.UDP, Way.UDP_OVER_IPV6, Way.TCP)) {
            Scene scene = new Scene(way).send("a>x", "INVITE 1", "i", "f");
            double at = 1;
            double gap = 0.5;
            String ack = route.route.isEmpty() ? "" : "Route: " + route.route + "\r\n";
            String answer = route.recorded + route.contact;
            for (int i = 0; i < 11; i++) {
                scene.at(at).send("x>a", "200 INVITE 1", "i", "f/t", answer);
                scene.at(at + 0.01).send("a>x", "ACK 1", "k", "f/t", ack);
                at += gap;
                gap = Math.min(4, 2 * gap);
            }
            scene.at(at).send("x>a", "BYE 9", "e", "t/f");
            scene.at(at + 0.1).send("a>x", "200 BYE 9", "e", "t/f");
            List<DialogHint> found = hints(scene.read());
            assertEquals(true, found.contains(DialogHint.NO_ACK), found.toString());
            assertEquals(route.isWrong, found.contains(DialogHint.ACK_ROUTE), found.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anAckThatLoopsIsNamedThoughTheCallWentWell(Way way) throws IOException {
        for (int passes : new int[]{2, 60}) {
            Scene scene =
                    new Scene(way).send("a>x", "INVITE 1", "i", "f").at(1).send("x>a", "200 INVITE 1", "i", "f/t");
            for (int i = 0; i < passes; i++) {
                scene.hops(70 - i).at(1.1 + i / 1000.0).send(i % 2 == 0 ? "x>y" : "y>x", "ACK 1", "k" + i, "f/t");
            }
            scene.hops(70).at(9).send("a>x", "BYE 2", "e", "f/t");
            scene.at(9.1).send("x>a", "200 BYE 2", "e", "f/t");
            List<DialogHint> expected = passes > 10 ? List.of(DialogHint.LOOP) : List.of();
            assertEquals(expected, hints(scene.read()), passes + " passes");
        }
    }

    /// An INVITE between two proxies that is refused as a loop.
    @ParameterizedTest
    @EnumSource(value = Way.class, names = {"UDP", "REPORTS"})
    void aLoopIsShownByARequestThatComesBackWithFewerHops(Way way) throws IOException {
        for (boolean comesBack : new boolean[]{true, false}) {
            Scene scene = new Scene(way).hops(70).send("a>x", "INVITE 1", "i", "f");
            scene.hops(69).at(0.1).send("x>y", "INVITE 1", "j", "f");
            if (comesBack) {
                scene.hops(68).at(0.2).send("y>x", "INVITE 1", "k", "f");
            }
            scene.at(1).send("x>a", "482 INVITE 1", "i", "f/x").at(1.1).send("a>x", "ACK 1", "i", "f/x");
            assertEquals(List.of(comesBack ? DialogHint.LOOP : DialogHint.LOOP_STATED), hints(scene.read()));
        }
    }

    /// An INVITE that a proxy passes on and that nobody answers, while its caller gets a timeout.
    private static Scene timeout(Way way, char target, int times, int status) {
        Scene scene = new Scene(way).send("a>x", "INVITE 1", "i", "f").at(0.1).send("x>a", "100 INVITE 1", "i", "f");
        double at = 0.2;
        for (int i = 0; i < times; i++) {
            scene.at(at).send("x>" + target, "INVITE 1", "j", "f");
            at += 0.5 * (1 << i);
        }
        return scene.at(33).send("x>a", status + " INVITE 1", "i", "f/x").at(33.1).send("a>x", "ACK 1", "i", "f/x");
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = {"UDP", "REPORTS"})
    void theHopThatDoesNotAnswerExplainsTheTimeout(Way way) throws IOException {
        for (int status : new int[]{408, 480, 500, 503, 504}) {
            assertEquals(DialogHint.NEXT_HOP_SILENT, hints(timeout(way, 'b', 7, status).read()).getFirst());
            assertEquals(DialogHint.PRIVATE_TARGET, hints(timeout(way, 'p', 7, status).read()).getFirst());
        }
        assertEquals(List.of(DialogHint.NEXT_HOP_SILENT), hints(timeout(way, 'b', 3, 408).read()), "three times");
        assertEquals(List.of(DialogHint.REQUEST_TIMEOUT), hints(timeout(way, 'b', 2, 408).read()), "twice");
        assertEquals(List.of(DialogHint.UNAVAILABLE), hints(timeout(way, 'b', 3, 480).read()), "another branch");
        assertEquals(List.of(), hints(timeout(way, 'b', 7, 486).read()), "busy elsewhere");
        Scene heard = timeout(way, 'p', 7, 408).at(0.3).send("p>x", "100 INVITE 1", "j", "f");
        assertEquals(List.of(DialogHint.REQUEST_TIMEOUT), hints(heard.read()), "answered by 100");
    }

    @Test
    void anInviteToAPrivateAddressIsNamed() throws IOException {
        Scene lost = new Scene().send("x>p", "INVITE 1", "i", "f").until(40);
        assertEquals(List.of(DialogHint.NO_ANSWER, DialogHint.PRIVATE_TARGET), hints(lost.read()));
        Scene inside = new Scene().send("n>p", "INVITE 1", "i", "f").until(40);
        assertEquals(List.of(DialogHint.NO_ANSWER), hints(inside.read()));
    }

    @ParameterizedTest
    @CsvSource({"REGISTER, REGISTER_UNANSWERED", "SUBSCRIBE, REQUEST_UNANSWERED"})
    void aRequestOverTcpIsSentOnlyOnce(String method, DialogHint hint) throws IOException {
        assertEquals(List.of(hint), hints(new Scene(Way.TCP).send("a>x", method + " 1", "i", "f").until(40).read()));
        assertEquals(List.of(), hints(new Scene(Way.TCP).send("a>x", method + " 1", "i", "f").until(20).read()));
        assertEquals(List.of(), hints(new Scene(Way.UDP).send("a>x", method + " 1", "i", "f").until(40).read()));
    }

    /// RFC 3261 §18.3: receivers wait for a body that is cut, and ignore what is too much.
    @ParameterizedTest
    @CsvSource({"9, true", "0, false"})
    void onlyABodyThatIsTooShortExplainsTheSilence(int declared, boolean isNamed) throws IOException {
        String rest = " host;branch=z9hG4bKi\r\nFrom: <sip:a@example.org>;tag=f\r\nTo: <sip:b@example.org>\r\n"
                + "Call-ID: one\r\nCSeq: 1 INVITE\r\nContent-Length: " + declared + "\r\n\r\nabc";
        byte[] invite = Packets.sip("192.0.2.10", "198.51.100.20",
                "INVITE sip:b@example.org SIP/2.0\r\nVia: SIP/2.0/UDP" + rest);
        PcapWriter pcap = new PcapWriter(1);
        pcap.frame(1_700_000_000, 0, invite);
        pcap.frame(1_700_000_040, 0, Packets.sip("192.0.2.10", "198.51.100.20", "OPTIONS sip:b@example.org SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP" + rest.replace("one", "two").replace("INVITE", "OPTIONS")));
        List<DialogHint> found = hints(read(pcap));
        assertTrue(found.contains(DialogHint.NO_ANSWER), found.toString());
        assertEquals(isNamed, found.contains(DialogHint.CONTENT_LENGTH), found.toString());
    }

    private static SipIndex read(PcapWriter pcap) throws IOException {
        Path file = Files.createTempFile("noted", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, pcap.bytes())), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }

    /// RFC 3261 §18.2.2: the response goes by the transport that Via names.
    @ParameterizedTest
    @CsvSource({"TCP, 0, true", "UDP, 0, false", "TCP, 100, false"})
    void aViaOfAnotherTransportExplainsTheSilence(String named, int status, boolean isNamed) throws IOException {
        String rest = " host;branch=z9hG4bKi\r\nFrom: <sip:a@example.org>;tag=f\r\nTo: <sip:b@example.org>\r\n"
                + "Call-ID: one\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
        PcapWriter pcap = new PcapWriter(1);
        byte[] invite = Packets.sip("192.0.2.10", "198.51.100.20",
                "INVITE sip:b@example.org SIP/2.0\r\nVia: SIP/2.0/" + named + rest);
        pcap.frame(1_700_000_000, 0, invite);
        if (status > 0) {
            pcap.frame(1_700_000_001, 0, Packets.sip("198.51.100.20", "192.0.2.10",
                    "SIP/2.0 " + status + " Trying\r\nVia: SIP/2.0/" + named + rest));
        }
        pcap.frame(1_700_000_040, 0, Packets.sip("192.0.2.10", "198.51.100.20", "OPTIONS sip:b@example.org SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP" + rest.replace("one", "two").replace("INVITE", "OPTIONS")));
        List<DialogHint> found = hints(read(pcap));
        assertEquals(isNamed, found.contains(DialogHint.VIA_TRANSPORT), found.toString());
    }
}
