package org.sipsleuth.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import org.junit.jupiter.api.Test;

class InviteAttemptsTest {

    private static final String SECOND_VIA = "Via: SIP/2.0/UDP other:5060;branch=z9hG4bKy\r\n";

    private static InviteAttempts attempts(Scene scene) {
        return InviteAttempts.of(scene.table());
    }

    @Test
    void retransmissionsAndCopiesOfAProxyAreOneAttemptAtTheFirstHop() {
        InviteAttempts attempts = attempts(new Scene().request(ALICE, PROXY, "INVITE", 1)
                .request(ALICE, PROXY, "INVITE", 1)
                .branch("p")
                .more(SECOND_VIA)
                .request(PROXY, BOB, "INVITE", 1));
        assertEquals(1, attempts.size());
        assertEquals(PROXY, attempts.table().host(attempts.server(0)));
        assertEquals(ALICE, attempts.table().host(attempts.source(0)));
        assertEquals(-1, attempts.ofTransaction(1));
    }

    @Test
    void inviteWithTheCredentialsThatWereAskedForBelongsToTheSameAttempt() {
        InviteAttempts attempts = attempts(new Scene().request(ALICE, PROXY, "INVITE", 1)
                .response(PROXY, ALICE, 407, "INVITE", 1)
                .request(ALICE, PROXY, "ACK", 1)
                .branch("second")
                .more(Scene.credentials("alice"))
                .request(ALICE, PROXY, "INVITE", 2)
                .response(PROXY, ALICE, 200, "INVITE", 2));
        assertEquals(1, attempts.size());
        assertEquals(200, attempts.last(0).status());
        assertEquals(0, attempts.ofTransaction(1));
    }

    @Test
    void credentialsAreJoinedWhereResponsesWereNotCaptured() {
        Scene scene = new Scene().request(ALICE, PROXY, "INVITE", 1)
                .branch("second")
                .more(Scene.credentials("alice"))
                .request(ALICE, PROXY, "INVITE", 2);
        assertEquals(1, attempts(scene).size());
    }

    @Test
    void refusedCredentialsAndAnotherTryAreTwoAttempts() {
        Scene scene = new Scene().more(Scene.credentials("alice"))
                .request(ALICE, PROXY, "INVITE", 1)
                .response(PROXY, ALICE, 407, "INVITE", 1)
                .branch("second")
                .request(ALICE, PROXY, "INVITE", 2);
        assertEquals(2, attempts(scene).size());
    }

    @Test
    void floodWithOneCallIdCountsInFull() {
        Scene scene = new Scene().every(1);
        for (int i = 1; i <= 40; i++) {
            scene.branch("b" + i).request(STRANGER, PROXY, "INVITE", i);
        }
        assertEquals(40, attempts(scene).size());
    }

    @Test
    void forksOfAProxyAreOneAttemptUpToEight() {
        Scene scene = new Scene().every(1).more(SECOND_VIA);
        for (int i = 0; i < 16; i++) {
            scene.branch("b" + i).request(PROXY, BOB, "INVITE", 1);
        }
        assertEquals(2, attempts(scene).size());
    }

    @Test
    void inviteWithinADialogIsNoAttempt() {
        Scene scene = new Scene().withinDialog().request(ALICE, BOB, "INVITE", 1);
        assertEquals(0, attempts(scene).size());
    }
}
