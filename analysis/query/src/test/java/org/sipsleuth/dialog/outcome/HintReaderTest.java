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
    private static final String DROPPED =
            "INVITE 100 180 200×11{Contact: <sip:b@10.0.0.9:5060>} [0.5 s] ←BYE×11 [2 s]";

    @Test
    void callThatDropsAfter32SecondsIsExplained() throws IOException {
        FieldReader fields = new FieldReader(Flow.read(DROPPED));
        assertEquals("dropped: no ACK", fields.outcome(0).text());
        assertEquals(
                List.of(
                        "No ACK",
                        "Dropped after about 32 s",
                        "2xx retransmitted",
                        "Contact unreachable",
                        "BYE unanswered"),
                fields.list(DialogField.HINTS, 0));
        for (FoundHint found : fields.hints(0)) {
            assertTrue(!found.evidence().isEmpty(), found.hint().id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVITE [33 s], NO_ANSWER",
        "INVITE 180 200×11 [0.5 s] ←BYE 200, NO_ACK",
        "INVITE 180 200×4, NO_ACK",
        "INVITE 180 200 ACK [60 s] BYE [33 s], BYE_UNANSWERED",
        "INVITE 200{Session-Expires: 90} ACK [60 s] ←BYE 200, SESSION_TIMER_EXPIRED",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 401, AUTHENTICATION_FAILED",
        "INVITE 488 ACK, CODEC_MISMATCH",
        "INVITE 482 ACK, LOOP",
        "INVITE 422 ACK, INTERVAL_TOO_SMALL",
        "INVITE 503{Retry-After: 30} ACK, OVERLOAD"
    })
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
        "INVITE 503 ACK",
        "INVITE 180 CANCEL 200 487 ACK",
        "REGISTER 401 REGISTER{Authorization: Digest username=a} 200",
        "OPTIONS [33 s]"
    })
    void ordinaryDialogsHaveNone(String flow) throws IOException {
        assertEquals(List.of(), new FieldReader(Flow.read(flow)).hints(0));
    }

    private static final String OFFER = "INVITE{sdp c=IN IP4 192.0.2.1|m=audio 4000 RTP/AVP 0} ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                OFFER + "200{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0} ACK BYE 200",
                OFFER + "200{sdp c=IN IP4 100.64.1.1|m=audio 4000 RTP/AVP 0} ACK",
                "INVITE{sdp c=IN IP6 fd00::1|m=video 4000 RTP/AVP 96} 200 ACK BYE 200",
                "INVITE{sdp c=IN IP4 192.0.2.1|m=audio 4000 RTP/AVP 0|c=IN IP4 192.168.1.2}"
                        + " 180 200 ACK [40 s] ←BYE 200",
                OFFER + "200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} ACK BYE 200"
            })
    void mediaAddressThatNobodyReachesIsNamed(String flow) throws IOException {
        List<FoundHint> found = new FieldReader(Flow.read(flow)).hints(0);
        assertEquals(
                List.of(DialogHint.ONE_WAY_MEDIA), found.stream().map(FoundHint::hint).toList());
        assertEquals(1, found.getFirst().evidence().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OFFER + "200{sdp c=IN IP4 192.0.2.9|m=audio 4000 RTP/AVP 0} ACK BYE 200",
                OFFER + "200{sdp c=IN IP4 192.0.2.9|m=audio 4000 RTP/AVP 0|a=recvonly} ACK BYE 200",
                OFFER + "200{sdp c=IN IP4 10.0.0.9|m=audio 0 RTP/AVP 0} ACK BYE 200",
                OFFER + "200{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0|a=inactive} ACK BYE 200",
                OFFER
                        + "200{sdp c=IN IP4 10.0.0.9|m=audio 4000 RTP/AVP 0"
                        + "|a=candidate:1 1 UDP 2130706431 192.0.2.9 4000 typ host} ACK BYE 200",
                OFFER + "200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0|a=sendonly} ACK BYE 200",
                OFFER
                        + "200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} ACK"
                        + " re-INVITE 200 ACK BYE 200",
                "INVITE{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0}"
                        + " 200{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} ACK BYE 200",
                "INVITE{sdp c=IN IP4 10.0.0.1|m=audio 4000 RTP/AVP 0} 486 ACK",
                OFFER
                        + "200{sdp c=IN IP4 192.0.2.9|m=audio 4000 RTP/AVP 0} ACK"
                        + " re-INVITE{sdp c=IN IP4 0.0.0.0|m=audio 4000 RTP/AVP 0} 200 ACK BYE 200"
            })
    void holdAndSoundAddressesAreNoHint(String flow) throws IOException {
        assertEquals(List.of(), new FieldReader(Flow.read(flow)).hints(0));
    }

    @Test
    void documentationListsEveryHint() throws IOException {
        String docs = Files.readString(Path.of("../../docs/DIALOGS.md"));
        for (DialogHint hint : DialogHint.values()) {
            assertTrue(
                    docs.contains("| `hint." + hint.id() + "` | " + hint.label() + " |"),
                    hint.id());
        }
    }
}
