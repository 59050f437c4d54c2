package org.sipsleuth.simulate.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.truth.Label;

class SignalWriterTest {

    private final SignalWriter writer = new SignalWriter();

    static Stream<Profile> profiles() {
        return Stream.concat(Profiles.phones().stream(),
                Stream.of(Profiles.proxy(), Profiles.registrar(), Profiles.pbx(), Profiles.gateway()));
    }

    private static Signal invite(Profile profile) {
        Signal invite = new Signal(Label.normal(), profile, "INVITE", 0, "a84b4c76e66710@h", 1);
        invite.requestUri = "sip:bob@example.com";
        invite.from = new NameAddress("Alice", "sip:alice@example.com", "1928301774");
        invite.to = new NameAddress("Zoë", "sip:bob@example.com");
        invite.vias.add(Via.asking("UDP", "192.0.2.1:5060", "z9hG4bK776asdhds"));
        invite.contact = "<sip:alice@192.0.2.1:5060>";
        invite.with("Supported", "replaces").with("X-Own", "1");
        if (!profile.codecs().isEmpty()) {
            Sdp session = new Sdp(profile, "192.0.2.1", 16384, 4711);
            invite.body = session.offer(Sdp.Direction.SENDRECV);
        }
        return invite;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void requestsOfAllProfilesHaveNoDefect(Profile profile) {
        assertSound(invite(profile));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void responsesOfAllProfilesHaveNoDefect(Profile profile) {
        Signal response = Signal.response(invite(profile), profile, 180);
        response.to = response.to.tagged("314159");
        assertSound(response);
    }

    private void assertSound(Signal signal) {
        byte[] bytes = writer.toBytes(signal);
        SipLayout layout = new SipLayout();
        assertTrue(SipParser.parse(bytes, 0, bytes.length, layout));
        List<DefectKind> defects = SipMessage.of(bytes).defects().stream().map(defect -> defect.kind()).toList();
        assertEquals(List.of(), defects, () -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void profilesWriteTheSameMessageDifferently() {
        long orders = Profiles.phones()
                .stream()
                .map(profile -> new String(writer.toBytes(invite(profile)), StandardCharsets.UTF_8))
                .distinct()
                .count();
        assertEquals(Profiles.phones().size(), orders);
    }

    @Test
    void offerAndAnswerAgreeOnACodecOfBoth() {
        Sdp caller = new Sdp(Profiles.phone(2), "192.0.2.1", 4000, 1);
        Sdp callee = new Sdp(Profiles.phone(3), "192.0.2.2", 4002, 2);
        Body answer = callee.answer(caller.offer(Sdp.Direction.SENDONLY));
        assertTrue(answer.text().contains("m=audio 4002 RTP/AVP 0 8 18 101\r\n"), answer.text());
        assertTrue(answer.text().contains("a=recvonly\r\n"), answer.text());
        assertEquals("0 PCMU/8000", callee.codec());
    }

    @Test
    void nextOfferHasTheNextVersion() {
        Sdp session = new Sdp(Profiles.phone(0), "192.0.2.1", 4000, 7);
        assertTrue(session.offer(Sdp.Direction.SENDRECV).text().contains("o=- 7 7 IN IP4"));
        assertTrue(session.offer(Sdp.Direction.SENDONLY).text().contains("o=- 7 8 IN IP4"));
    }

    /// RFC 2617 §3.5 has this example.
    @Test
    void digestIsThatOfTheRfc() {
        String challenge = Digest.challenge("testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093");
        String answer = Digest.answer(challenge, "Mufasa", "Circle Of Life", "GET", "/dir/index.html", 1, "0a4f113b");
        assertEquals("6629fae49393a05397450978507c4ef1", Digest.parameter(answer, "response"));
        assertTrue(Digest.fits(answer, "GET", "Circle Of Life"));
        assertTrue(!Digest.fits(answer, "GET", "circle of life"));
    }

    @Test
    void drawsOfAPurposeDoNotDependOnOtherDraws() {
        SeededRandom one = new SeededRandom(77);
        SeededRandom other = new SeededRandom(77);
        other.unit();
        assertEquals(one.of("calls", 3).token(20), other.of("calls", 3).token(20));
    }
}
