package org.sipsleuth.dialog.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.hint.FoundHint;

/// What explains the outcome of dialogs written as [Flow]s.
class HintReaderTest {

    /// A call that drops after 32 s: the Contact of the callee is private, ACK never arrives, the
    /// 200 is repeated, and the BYE finds nobody.
    private static final String DROPPED = "INVITE 100 180 200×11{Contact: <sip:b@10.0.0.9:5060>} [0.5 s] ←BYE×11 [2 s]";

    @Test
    void callThatDropsAfter32SecondsIsExplained() throws IOException {
        FieldReader fields = new FieldReader(Flow.read(DROPPED));
        assertEquals("dropped: no ACK", fields.outcome(0).text());
        assertEquals(List.of("No ACK", "Dropped after about 32 s", "2xx retransmitted", "Contact unreachable",
                "BYE unanswered"), fields.list(DialogField.HINTS, 0));
        for (FoundHint found : fields.hints(0)) {
            assertTrue(!found.evidence().isEmpty(), found.hint().id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVITE [33 s], NO_ANSWER",
        "INVITE 180 200×11 [0.5 s] ←BYE 200, NO_ACK",
        "INVITE 180 200×4, NO_ACK",
        "INVITE 180 200 ACK [60 s] BYE×2 [33 s], BYE_UNANSWERED",
        "INVITE 200{Session-Expires: 90} ACK [60 s] ←BYE 200, SESSION_TIMER_EXPIRED",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 401, AUTHENTICATION_FAILED",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 401{WWW-Authenticate: Digest"
                + " stale=true}, NONCE_EXPIRED",
        "INVITE 200 ACK BYE{Reason: SIP;cause=503} 200, FAULT_IN_BYE",
        "INVITE 180 CANCEL×6 [16 s], CANCEL_UNANSWERED",
        "REGISTER×5, REGISTER_UNANSWERED",
        "SUBSCRIBE×7, REQUEST_UNANSWERED",
        "INVITE 180 200 ACK INFO 500{phrase Request out of order} BYE 200, OUT_OF_ORDER",
        "INVITE 404{phrase Busy Here} ACK, OTHER_PHRASE",
        "OPTIONS 200{phrase not found}, OTHER_PHRASE",
        "INVITE 488 ACK, CODEC_MISMATCH",
        "INVITE 482 ACK, LOOP_STATED",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 401{phrase nonce has changed}, NONCE_EXPIRED",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 401{phrase No nonce}, AUTHENTICATION_FAILED",
        "INVITE 422 ACK, INTERVAL_TOO_SMALL",
        "INVITE 503{Retry-After: 30} ACK, OVERLOAD"})
    void eachHintNeedsItsMessages(String flow, DialogHint hint) throws IOException {
        List<FoundHint> found = new FieldReader(Flow.read(flow)).hints(0);
        assertTrue(found.stream().anyMatch(its -> its.hint() == hint), found.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "INVITE 100 180 200 ACK BYE 200",
        "INVITE 100 180 200{Contact: <sip:b@10.0.0.9>} ACK ←BYE 200",
        "INVITE 180 200×2 ACK BYE 200",
        "INVITE 180 200 ACK [40 s] BYE 200",
        "INVITE 486 ACK",
        "OPTIONS 406{phrase Not Acceptable}",
        "INVITE 486{phrase Rejected} ACK",
        "OPTIONS 200{phrase All right}",
        "OPTIONS 200{phrase ok}",
        "INVITE 180 CANCEL [14 s]",
        "CANCEL×6 [33 s]",
        "INVITE 180 CANCEL 487 ACK [33 s]",
        "REGISTER×3 200",
        "REGISTER×3",
        "OPTIONS×7",
        "SUBSCRIBE×4 200",
        "INVITE 180 CANCEL 200 487 ACK",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 200",
        "OPTIONS [33 s]"})
    void ordinaryDialogsHaveNone(String flow) throws IOException {
        assertEquals(List.of(), new FieldReader(Flow.read(flow)).hints(0));
    }

    private static final String SOUND = "{sdp c=IN IP4 192.0.2.7|m=audio 4000 RTP/AVP 0}";

    private static final String OFFER = "INVITE{sdp c=IN IP4 192.0.2.1|m=audio 4000 RTP/AVP 0} ";

    @ParameterizedTest
    @ValueSource(strings = {
        OFFER + "200{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 100.64.1.1|m=audio 4000 RTP/AVP 0} ACK",
        "INVITE{sdp c=IN IP6 fd00::1|m=video 4000 RTP/AVP 96} 200 ACK BYE 200",
        "INVITE{sdp c=IN IP4 192.0.2.1|m=audio 4000 RTP/AVP 0|c=IN IP4 192.168.1.2} 180 200 ACK [40 s] ←BYE 200",
        OFFER + "200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} ACK BYE 200",
        OFFER + "183{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} 200 ACK BYE 200",
        OFFER + "183{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} 200 ACK BYE 200",
        OFFER + "183{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} PRACK 200 200 ACK BYE 200",
        "INVITE 200" + SOUND + " ACK{sdp c=IN IP4 10.0.0.1|m=audio 4000 RTP/AVP 0}",
        "INVITE 200" + SOUND + " ACK{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} BYE 200",
        "INVITE 183" + SOUND + " re-PRACK{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} 200 200 ACK",
        "INVITE 183" + SOUND + " re-PRACK{sdp c=IN IP4 fe80::1|m=audio 4000 RTP/AVP 0} 200 200 ACK",
        "INVITE 200{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} ACK" + SOUND,
        OFFER + "200{sdp c=IN IP4 localhost|m=audio 4000 RTP/AVP 0} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 127.0.0.1|m=audio 4000 RTP/AVP 0} ACK BYE 200",
        "INVITE{sdp c=IN IP4 localhost|m=audio 4000 RTP/AVP 0} 200" + SOUND + " ACK",
        OFFER + "200" + SOUND + " ACK UPDATE{sdp c=IN IP4 192.168.1.9|m=audio 4000 RTP/AVP 0} 200" + SOUND + " BYE 200",
        OFFER + "200" + SOUND + " ACK re-INVITE" + SOUND
                + " 200{sdp c=IN IP4 10.1.1.1|m=audio 4000 RTP/AVP 0} ACK BYE 200"})
    void mediaAddressThatNobodyReachesIsNamed(String flow) throws IOException {
        List<FoundHint> found = new FieldReader(Flow.read(flow)).hints(0);
        assertEquals(List.of(DialogHint.ONE_WAY_MEDIA), found.stream().map(FoundHint::hint).toList());
        assertEquals(1, found.getFirst().evidence().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        OFFER + "200{sdp c=IN IP4 192.0.2.9|m=audio 4000 RTP/AVP 0} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 192.0.2.9|m=audio 4000 RTP/AVP 0|a=recvonly} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 10.0.0.9|m=audio 0 RTP/AVP 0} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0|a=inactive} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0"
                + "|a=candidate:1 1 UDP 2130706431 192.0.2.9 4000 typ host} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0|a=sendonly} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} ACK re-INVITE 200 ACK BYE 200",
        "INVITE{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0}"
                + " 200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} ACK BYE 200",
        "INVITE{sdp c=IN IP4 10.0.0.1|m=audio 4000 RTP/AVP 0} 486 ACK",
        OFFER + "183{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} 486 ACK",
        OFFER + "183{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} 200" + SOUND + " ACK",
        OFFER + "183/c{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} 200" + SOUND + " ACK BYE 200",
        "INVITE 200" + SOUND + " ACK" + SOUND + " BYE 200",
        "INVITE 183" + SOUND + " re-PRACK" + SOUND + " 200 200 ACK BYE 200",
        "INVITE 200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0}"
                + " ACK{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} BYE 200",
        OFFER + "200{sdp c=IN IP4 host.example.org|m=audio 4000 RTP/AVP 0} ACK BYE 200",
        OFFER + "200{sdp c=IN IP4 192.0.2.9|m=audio 4000 RTP/AVP 0} ACK"
                + " re-INVITE{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} 200 ACK BYE 200"})
    void holdAndSoundAddressesAreNoHint(String flow) throws IOException {
        assertEquals(List.of(), new FieldReader(Flow.read(flow)).hints(0));
    }

    @Test
    void documentationListsEveryHint() throws IOException {
        String docs = Files.readString(Path.of("../../docs/HINTS.md"));
        for (DialogHint hint : DialogHint.values()) {
            assertTrue(docs.contains("| `hint." + hint.id() + "` | " + hint.label() + " | " + hint.source() + " |"),
                    hint.id());
        }
    }

    /// A Contact that no other host can reach, where ACK or the answer to BYE is missing.
    @ParameterizedTest
    @ValueSource(strings = {
        "10.0.0.9",
        "localhost",
        "LOCALHOST.:5062",
        "phone.localhost",
        "localhost.localdomain",
        "127.0.0.1:5060",
        "[::1]",
        "0.0.0.0",
        "[fe80::1]:5060"})
    void contactThatNobodyReachesIsNamed(String host) throws IOException {
        for (String end : List.of("200×11%s [0.5 s] ←BYE 200", "200%s ACK BYE×11 [2 s]")) {
            String contact = "{Contact: <sip:b@" + host + ">}";
            FieldReader fields = new FieldReader(Flow.read("INVITE " + end.formatted(contact)));
            assertTrue(fields.list(DialogField.HINTS, 0).contains("Contact unreachable"),
                    fields.list(DialogField.HINTS, 0).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.9", "b.example.org", "localhost.example.org", "mylocalhost"})
    void contactThatMayBeReachedIsNot(String host) throws IOException {
        FieldReader fields =
                new FieldReader(Flow.read("INVITE 200×11{Contact: <sip:b@" + host + ">} [0.5 s] ←BYE 200"));
        assertEquals(List.of("No ACK", "2xx retransmitted"),
                fields.list(DialogField.HINTS, 0)
                        .stream()
                        .filter(its -> !its.equals("Dropped after about 32 s"))
                        .toList());
    }

    /// RFC 3326, RFC 4411 and Q.850 §2.2.7: what a BYE states that ended a call.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = {
                "Q.850;cause=102;text=\"RECOVERY_ON_TIMER_EXPIRE\"|Q.850 102: recovery on timer expiry",
                "q.850 ; cause = 41|q.850 41: temporary failure",
                "SIP;cause=408;text=\"RTP timeout, no media\"|SIP 408: Request Timeout",
                "SIP ;text=\"a;cause=16\" ;cause=503|SIP 503: Service Unavailable",
                "SIP;cause=200, Q.850;cause=27|Q.850 27: destination out of order",
                "SIP;cause=503, Q.850;cause=38|SIP 503: Service Unavailable and Q.850 38: network out of order",
                "SIP;cause=503, Q.850;cause=16|SIP 503: Service Unavailable and Q.850 16: normal call clearing",
                "Q.850;cause=3|Q.850 3: no route to destination",
                "SIP;cause=600|SIP 600: Busy Everywhere"})
    void byeThatStatesAFaultIsNamed(String reason, String stated) throws IOException {
        for (String bye : List.of("BYE", "←BYE")) {
            FieldReader fields = new FieldReader(Flow.read("INVITE 200 ACK " + bye + "{Reason: " + reason + "} 200"));
            assertEquals(List.of("BYE states a fault"), fields.list(DialogField.HINTS, 0));
            assertTrue(fields.hints(0).getFirst().explanation().contains(stated + ':'));
            assertEquals("completed", fields.outcome(0).outcome().text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Q.850;cause=16;text=\"Normal call clearing\"",
        "Q.850;cause=31",
        "SIP;cause=200, Q.850;cause=16",
        "Q.850;cause=17",
        "SIP;cause=200;text=\"Call completed elsewhere\"",
        "SIP;text=\";cause=503\"",
        "Q.850;cause=999",
        "Q.850;cause=0",
        "Q.850",
        "X.int;cause=503",
        "preemption;cause=1"})
    void byeThatStatesNoneIsNot(String reason) throws IOException {
        String flow = "INVITE 200 ACK BYE{Reason: " + reason + "} 200";
        assertEquals(List.of(), new FieldReader(Flow.read(flow)).hints(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = {
                "Q.850;cause=26;text=\"LOSE_RACE\"|answered elsewhere",
                "SIP;cause=200;text=\"Call completed elsewhere\"|answered elsewhere",
                "sip ;text=\"a, b\"; cause=200|answered elsewhere",
                "Q.850;cause=16, SIP;cause=200|answered elsewhere",
                "SIP;cause=487|cancelled by the caller",
                "Q.850;cause=16|cancelled by the caller",
                "SIP;cause=2000|cancelled by the caller",
                "SIP;cause=487;text=\"SIP;cause=200\"|cancelled by the caller",
                "Q.850;cause=200|cancelled by the caller",
                "SIP;cause=26|cancelled by the caller"})
    void reasonOfACancelIsItsCause(String reason, String cause) throws IOException {
        for (String rest : List.of("200 487 ACK", "")) {
            String flow = "INVITE 180 CANCEL{Reason: " + reason + "} " + rest;
            FieldReader fields = new FieldReader(Flow.read(flow.strip()));
            assertEquals(cause, fields.outcome(0).cause().text());
        }
    }

    /// RFC 7616 §3.3: an old nonce is no wrong password.
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {
                "stale=true|nonce expired",
                "stale=TRUE|nonce expired",
                "stale=\"true\"|nonce expired",
                "realm=\"a, stale=false\", nonce=\"n\", stale = True|nonce expired",
                "stale=false|authentication failed",
                "nonce=\"n\"|authentication failed",
                "realm=\"stale=true\"|authentication failed",
                "xstale=true|authentication failed"})
    void staleChallengeIsItsOwnCause(String challenge, String cause) throws IOException {
        String secret = "uthorization: Digest username=a}";
        List<String> flows = List.of("REGISTER 401 REGISTER{A" + secret + " 401{WWW-Authenticate: Digest %s}",
                "REGISTER{A" + secret + " 401{WWW-Authenticate: Digest %s}",
                "INVITE{Proxy-A" + secret + " 407{Proxy-Authenticate: Digest %s} ACK",
                "INVITE 407 ACK INVITE{Proxy-A" + secret + " 100 407{Proxy-Authenticate: Digest %s} ACK",
                "REGISTER{A" + secret + " 401{WWW-Authenticate: Digest stale=true} REGISTER{A" + secret
                        + " 401{WWW-Authenticate: Digest %s}");
        for (String flow : flows) {
            FieldReader fields = new FieldReader(Flow.read(flow.formatted(challenge)));
            assertEquals(cause, fields.outcome(0).cause().text(), flow);
            assertEquals("challenged", fields.outcome(0).state().text(), flow);
        }
    }

    @Test
    void staleChallengeThatIsFollowedIsNoFailure() throws IOException {
        String secret = "{Authorization: Digest username=a}";
        String flow = "REGISTER" + secret + " 401{WWW-Authenticate: Digest stale=true} REGISTER" + secret + " 200";
        assertEquals("succeeded", new FieldReader(Flow.read(flow)).outcome(0).label());
        String without = "REGISTER 401{WWW-Authenticate: Digest stale=true}";
        assertEquals("authentication required", new FieldReader(Flow.read(without)).outcome(0).cause().text());
    }

    /// The sentence of each hint states what its messages show; the twin below it does not.
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {
                "INVITE 180 200×11 [0.5 s] ←BYE 200|NO_ACK|retransmitted for 31.5 s until the callee sent BYE.",
                "INVITE 180 200×4|NO_ACK|which was retransmitted for 3.5 s.",
                "INVITE 180 200 ACK 200×9 ←BYE 200|NO_ACK|after ACK was sent: ACK does not reach the callee.",
                "INVITE 180 200×11 [0.5 s] ←BYE 200|DROPPED_AFTER_32_S|The callee sent BYE 32.",
                "INVITE [33 s]|NO_ANSWER|No response to INVITE was captured:",
                "INVITE 482 ACK|LOOP_STATED|A server states that it has seen this request before",
                "INVITE 483 ACK|LOOP_STATED|Max-Forwards is used up",
                "INVITE 415 ACK|CODEC_MISMATCH|type of the body",
                "INVITE 488 ACK|CODEC_MISMATCH|session description"})
    void sentenceStatesWhatWasCaptured(String flow, DialogHint hint, String words) throws IOException {
        String explanation = new FieldReader(Flow.read(flow)).hints(0)
                .stream()
                .filter(each -> each.hint() == hint)
                .map(FoundHint::explanation)
                .findFirst()
                .orElse("");
        assertTrue(explanation.contains(words), explanation);
    }

    /// The caller's BYE is not the end of the callee's wait for ACK.
    @Test
    void byeOfTheCallerIsNoDropAfter32Seconds() throws IOException {
        FieldReader fields = new FieldReader(Flow.read("INVITE 180 200×11 [0.5 s] BYE 481"));
        assertEquals(List.of("No ACK", "2xx retransmitted"), fields.list(DialogField.HINTS, 0));
    }
}
