package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.finding.IncidentKind.CALL_HIJACK;
import static org.sipsleuth.finding.IncidentKind.MEDIA_REDIRECT;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.BOB;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;

final class MediaRedirectTest {

    private static final String ELSEWHERE = "198.51.100.99";

    private static String contact(String host) {
        return "Contact: <sip:alice@%s>\r\n".formatted(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "UPDATE"})
    void aThirdHostMovesMedia(String method) {
        CallCapture capture = new CallCapture().answered().product("Tool/9");
        capture.media(ELSEWHERE).with(contact(ALICE)).within(THIRD, BOB, method, 3, "a", "b");
        capture.media(BOB).answer(BOB, THIRD, 200, method, 3, "a", "b");
        Finding finding = capture.only(MEDIA_REDIRECT);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertTrue(finding.statement().explanation().text().contains(" asked for media at " + ELSEWHERE + ":"),
                finding.statement().explanation().text());
        assertEquals(List.of(9, 10), CallCapture.keyFrames(finding));
        assertEquals(List.of(), capture.findings(CALL_HIJACK));
    }

    /// Without a product, in a call that ends without another word of the party that it imitates.
    @Test
    void whoWantsTheMediaButLeavesRequestsToAPartyIsNoParty() {
        assertEquals(1, drawn(THIRD).findings(MEDIA_REDIRECT).size());
        assertEquals(List.of(), drawn(ELSEWHERE).findings(MEDIA_REDIRECT), "a media server of a second address");
    }

    private static CallCapture drawn(String media) {
        CallCapture capture = new CallCapture().answered();
        capture.media(media).with(contact(ALICE)).within(THIRD, BOB, "INVITE", 3, "a", "b");
        return capture.media(BOB).answer(BOB, THIRD, 200, "INVITE", 3, "a", "b");
    }

    @Test
    void aRefusedOfferIsAnAttempt() {
        CallCapture capture = new CallCapture().answered().product("Tool/9");
        capture.media(ELSEWHERE).with(contact(ALICE)).within(THIRD, BOB, "INVITE", 3, "a", "x");
        capture.answer(BOB, THIRD, 481, "INVITE", 3, "a", "x");
        assertEquals(Outcome.ATTEMPTED, capture.only(MEDIA_REDIRECT).statement().outcome());
    }

    /// Hold, session refresh, and music from a media server, all by Alice.
    @Test
    void aPartyMayMoveItsMedia() {
        CallCapture capture = new CallCapture().answered();
        for (String address : List.of("0.0.0.0", ALICE, ELSEWHERE)) {
            int cseq = 3 + capture.frame();
            capture.media(address).with(contact(ALICE));
            capture.within(ALICE, PROXY, "INVITE", cseq, "a", "b");
            capture.media(BOB).answer(PROXY, ALICE, 200, "INVITE", cseq, "a", "b");
        }
        assertEquals(List.of(), capture.findings(MEDIA_REDIRECT));
    }

    /// Alice's phone goes to another network and announces its new address.
    @Test
    void aPhoneThatChangedItsAddressMayMoveItsMedia() {
        CallCapture capture = new CallCapture().answered();
        capture.media(ELSEWHERE).with(contact(ELSEWHERE));
        capture.within(ELSEWHERE, PROXY, "INVITE", 3, "a", "b");
        capture.media(BOB).answer(PROXY, ELSEWHERE, 200, "INVITE", 3, "a", "b");
        capture.within(ELSEWHERE, PROXY, "BYE", 4, "a", "b");
        assertEquals(List.of(), capture.findings(MEDIA_REDIRECT));
        assertEquals(List.of(), capture.findings(CALL_HIJACK));
    }
}
