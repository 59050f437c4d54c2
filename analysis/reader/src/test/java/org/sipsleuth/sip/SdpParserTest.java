package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.sip.sdp.RtpDescription;
import org.sipsleuth.sip.sdp.RtpFormat;

class SdpParserTest {

    private static final String OFFER = """
            v=0
            o=alice 2890844526 2890844526 IN IP6 2001:db8::1
            s=Call with = signs
            c=IN IP4 192.0.2.1
            t=0 0
            a=recvonly
            m=audio 49170/2 RTP/AVP 0 96 8 97 101
            a=rtpmap:96 opus/48000/2
            a=rtpmap:97 SPEEX/16000
            a=rtpmap:101 telephone-event/8000
            a=sendrecv
            m=video 51372 RTP/SAVPF 31 99 150 x
            c=IN IP6 2001:db8::2
            a=rtpmap:99 H264/90000
            m=image 40000 udptl t38
            m=audio 0 RTP/AVP 9
            """.replace("\n", "\r\n");

    private static Optional<SessionDescription> read(String text) {
        byte[] bytes = Messages.bytes(text);
        return SdpParser.read(bytes, 0, bytes.length);
    }

    private static String codecs(String text) {
        byte[] bytes = Messages.bytes(text);
        return SessionDescription.codecs(bytes, 0, bytes.length);
    }

    @Test
    void offerIsReadInItsPieces() {
        SessionDescription sdp = read(OFFER).orElseThrow();
        assertEquals("2001:db8::1", sdp.origin());
        assertEquals("192.0.2.1", sdp.address());
        assertEquals(
                List.of("audio 49170 RTP/AVP 192.0.2.1 [PCMU, opus, PCMA, SPEEX, telephone-event] sendrecv",
                        "video 51372 RTP/SAVPF 2001:db8::2 [H261, H264] recvonly",
                        "image 40000 udptl 192.0.2.1 [] recvonly", "audio 0 RTP/AVP 192.0.2.1 [G722] recvonly"),
                sdp.media()
                        .stream()
                        .map(medium -> String.join(" ", medium.type(), String.valueOf(medium.port()), medium.protocol(),
                                medium.address(), medium.codecs().toString(), medium.direction()))
                        .toList());
    }

    @Test
    void payloadTypesAreThoseOfTheLineNamedOrNot() {
        List<Integer> types = read(OFFER).orElseThrow().media().get(1).rtp().payloadTypes();
        assertEquals(List.of(31, 99), types);
        assertEquals(List.of(97),
                read("v=0\r\nm=audio 4 RTP/AVP 97\r\n").orElseThrow().media().getFirst().rtp().payloadTypes());
    }

    @Test
    void payloadTypesAreListedWithTheirClockRates() {
        List<RtpFormat> formats = read(OFFER).orElseThrow().media().getFirst().rtp().formats();
        assertEquals(List.of(new RtpFormat(0, "PCMU", 8_000), new RtpFormat(96, "opus", 48_000),
                new RtpFormat(8, "PCMA", 8_000), new RtpFormat(97, "SPEEX", 16_000),
                new RtpFormat(101, "telephone-event", 8_000)), formats);
    }

    @Test
    void portOfRtcpAndCandidatesAreListed() {
        RtpDescription rtp = read("""
                v=0
                m=audio 4000 RTP/SAVPF 0
                a=rtcp:4010 IN IP4 192.0.2.9
                a=rtcp-mux
                a=candidate:1 1 UDP 2130706431 192.0.2.7 4000 typ host
                a=candidate:1 2 udp 2130706430 2001:db8::7 4001 typ host
                a=candidate:x y udp 1 192.0.2.7 z typ host
                """).orElseThrow().media().getFirst().rtp();
        assertEquals(4010, rtp.rtcpPort());
        assertEquals("192.0.2.9", rtp.rtcpAddress());
        assertTrue(rtp.isMultiplexed());
        assertEquals(List.of(new RtpDescription.Candidate(1, "192.0.2.7", 4000),
                new RtpDescription.Candidate(2, "2001:db8::7", 4001)), rtp.candidates());
    }

    @Test
    void codecsAreThoseOfMediaThatAreNotRejectedInTheOrderOfPreference() {
        assertEquals("PCMU opus PCMA SPEEX H261 H264", codecs(OFFER));
        assertEquals("PCMU opus PCMA SPEEX H261 H264", codecs(OFFER.replace("\r", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "<pidf/>", "hello", "v=0\r\n", "--x", "m=audio 0 RTP/AVP 0"})
    void bodyWithoutMediaHasNoCodecs(String body) {
        assertEquals("", codecs(body));
    }

    @Test
    void mappedNameReplacesTheStaticOne() {
        assertEquals("pcmu", codecs("v=0\nm=audio 1 RTP/AVP 0\na=rtpmap:0 pcmu/8000/1\n"));
        assertEquals("x", codecs("v=0\nm=audio 1 RTP/AVP 127\na=rtpmap:127 x\n"));
    }

    @Test
    void nameThatIsOfferedTwiceIsListedOnce() {
        String text = "v=0\nm=audio 1 RTP/AVP 97 98 0\na=rtpmap:97 speex/8000\na=rtpmap:98 Speex/16000";
        assertEquals("speex PCMU", codecs(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "v=1", "v 0", "w=0", "V=0", "\u0000=0", "v=0 v=0"})
    void damagedVersionCostsNoOtherLine(String version) {
        String damaged = OFFER.replaceFirst("v=0", version);
        assertEquals(read(OFFER), read(damaged));
        String body = Messages.INVITE.replace("v=0", version).replace("Content-Length: 132\r\n", "");
        assertEquals("PCMA PCMU", Messages.message(body).sdp().map(SdpParserTest::spoken).orElse(""));
        assertEquals(Set.of(DefectKind.SDP_VERSION), versionDefects(body));
    }

    /// A line that is none is a defect of its own.
    private static Set<DefectKind> versionDefects(String text) {
        Set<DefectKind> kinds = Messages.defects(text);
        kinds.remove(DefectKind.SDP_LINE);
        return kinds;
    }

    private static String spoken(SessionDescription session) {
        return String.join(" ", session.media().getFirst().codecs()).replace(" telephone-event", "");
    }

    @ParameterizedTest
    @CsvSource({
        "m=,0",
        "m=audio,0",
        "m=audio x RTP/AVP 0,0",
        "m=audio 99999 RTP/AVP 0,65535",
        "m=audio -1 RTP/AVP 0,0",
        "m=audio 4000/99 RTP/AVP 0,4000"})
    void brokenMediaLineIsReadAsFarAsItCanBe(String line, int port) {
        assertEquals(port, read("v=0\n" + line).orElseThrow().media().getFirst().port());
    }

    @Test
    void mediaAndCodecsAreBounded() {
        String many = "v=0\n" + "m=audio 1 RTP/AVP 0\n".repeat(5_000);
        assertEquals(SdpParser.MAX_MEDIA, read(many).orElseThrow().media().size());
        StringBuilder formats = new StringBuilder("v=0\nm=audio 1 RTP/AVP");
        for (int i = 0; i < 5_000; i++) {
            formats.append(' ').append(i % 128);
        }
        int size = read(formats.toString()).orElseThrow().media().getFirst().codecs().size();
        assertEquals(20, size); // the encodings of RFC 3551 that differ in name
    }

    @Test
    void emptyLinesAtTheEndAreNoDefect() {
        String text = Messages.INVITE.replace("Content-Length: 132\r\n", "") + "\r\n\r\n";
        assertEquals(Set.of(), Messages.defects(text));
        assertEquals(Set.of(DefectKind.SDP_LINE), Messages.defects(text + "a=x\r\n"));
    }
}
