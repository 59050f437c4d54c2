package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.sipsleuth.dialog.Talk.CALLEE;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;

class TransactionTest {

    private final Talk talk = new Talk();

    private String retransmissions() throws IOException {
        MessageTable messages = talk.read().messages();
        StringBuilder marks = new StringBuilder();
        IntStream.range(0, messages.size()).forEach(i -> marks.append(messages.isRetransmission(i) ? 'r' : '-'));
        return marks.toString();
    }

    private int[] transactions() throws IOException {
        MessageTable messages = talk.read().messages();
        return IntStream.range(0, messages.size()).map(messages::transaction).toArray();
    }

    @Test
    void ackToNon2xxJoinsTheInviteTransaction() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .response(CALLEE, CALLER, 486, "INVITE", 1, "i")
                .request(CALLER, CALLEE, "ACK", 1, "i");
        int[] numbers = transactions();
        assertEquals(numbers[0], numbers[1]);
        assertEquals(numbers[0], numbers[2]);
    }

    @Test
    void ackTo2xxIsATransactionOfItsOwn() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i")
                .request(CALLER, CALLEE, "ACK", 1, "other")
                .request(CALLER, CALLEE, "ACK", 1, "i");
        int[] numbers = transactions();
        assertNotEquals(numbers[0], numbers[2]);
        assertNotEquals(numbers[0], numbers[3], "even if it wrongly has the INVITE's branch");
    }

    @Test
    void cancelIsATransactionOfItsOwn() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .request(CALLER, CALLEE, "CANCEL", 1, "i")
                .response(CALLEE, CALLER, 200, "CANCEL", 1, "i")
                .response(CALLEE, CALLER, 487, "INVITE", 1, "i");
        int[] numbers = transactions();
        assertNotEquals(numbers[0], numbers[1]);
        assertEquals(numbers[1], numbers[2]);
        assertEquals(numbers[0], numbers[3]);
    }

    @Test
    void responseWithoutReadableCSeqJoinsTheTransactionOfItsBranch() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .answer(CALLEE, CALLER, 180, "", "i", ";tag=b")
                .answer(CALLEE, CALLER, 200, "one INVITE", "i", ";tag=b")
                .request(CALLER, CALLEE, "ACK", 1, "a")
                .request(CALLER, CALLEE, "BYE", 2, "j")
                .answer(CALLEE, CALLER, 200, "99999999999", "j", ";tag=b")
                .answer(CALLEE, CALLER, 200, "99999999999", "j", ";tag=b");
        int[] numbers = transactions();
        assertEquals(numbers[0], numbers[1]);
        assertEquals(numbers[0], numbers[2]);
        assertNotEquals(numbers[0], numbers[3], "an ACK to 2xx");
        assertEquals(numbers[4], numbers[5]);
        assertEquals("------r", retransmissions());
        SipIndex index = talk.read();
        assertEquals(Outcome.COMPLETED, DialogOutcome.of(index, 0).outcome());
        assertEquals(-1, index.messages().cseq(1), "as the message has it");
    }

    @Test
    void responseWithoutReadableCSeqIsNotMatchedByChance() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .answer(CALLEE, CALLER, 200, "", "other", ";tag=b")
                .answer(CALLEE, CALLER, 200, " BYE", "i", ";tag=b")
                .answer(CALLEE, CALLER, 200, "2", "i", ";tag=b")
                .callId("two")
                .answer(CALLEE, CALLER, 200, "", "i", ";tag=b");
        int[] numbers = transactions();
        for (int i = 1; i < numbers.length; i++) {
            assertNotEquals(numbers[0], numbers[i], "message " + i);
        }
    }

    @Test
    void responsesWithoutReadableCSeqAreDistinguishedAtACancel() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .answer(CALLEE, CALLER, 180, "", "i", ";tag=b")
                .request(CALLER, CALLEE, "CANCEL", 1, "i")
                .answer(CALLEE, CALLER, 200, "", "i", ";tag=b")
                .answer(CALLEE, CALLER, 487, "", "i", ";tag=b");
        int[] numbers = transactions();
        assertEquals(numbers[0], numbers[1]);
        assertEquals(numbers[2], numbers[3]);
        assertEquals(numbers[0], numbers[4]);
        assertEquals(Outcome.CANCELLED, DialogOutcome.of(talk.read(), 0).outcome());
    }

    @Test
    void eachHopHasItsTransaction() throws IOException {
        talk.request(CALLER, PROXY, "INVITE", 1, "i").request(PROXY, CALLEE, "INVITE", 1, "j");
        int[] numbers = transactions();
        assertNotEquals(numbers[0], numbers[1]);
        assertEquals("--", retransmissions());
    }

    @Test
    void theSameRequestAgainIsARetransmission() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .request(CALLER, CALLEE, "INVITE", 1, "i")
                .request(CALLER, CALLEE, "INVITE", 2, "j")
                .response(CALLEE, CALLER, 200, "INVITE", 2, "j")
                .response(CALLEE, CALLER, 200, "INVITE", 2, "j");
        assertEquals("-r--r", retransmissions());
        DialogTable dialogs = talk.read().dialogs();
        assertEquals(2, dialogs.retransmissionCount(0));
        assertEquals("INVITE INVITE 200", dialogs.sequenceText(0));
    }

    @Test
    void forksThatBothAnswerAreNoRetransmission() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i", ";tag=x", "")
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i", ";tag=y", "");
        assertEquals("---", retransmissions());
    }

    @Test
    void provisionalResponsesAreRetransmittedOnlyIfAllIsTheSame() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .response(CALLEE, CALLER, 183, "INVITE", 1, "i", ";tag=x", "RSeq: 1\r\n")
                .response(CALLEE, CALLER, 183, "INVITE", 1, "i", ";tag=x", "RSeq: 1\r\n")
                .response(CALLEE, CALLER, 183, "INVITE", 1, "i", ";tag=x", "RSeq: 2\r\n");
        assertEquals("--r-", retransmissions());
    }

    /// SipHash-1-3 with the key 00 01 02 … 0f yields 007e42cc0fe5e6a2 for both.
    private static final String ONE = "-7cb1bce31a4e1416";

    private static final String LIKE_ONE = "-c7cb8c663049e059";

    @Test
    void branchesOfTheSameHashUnderAKnownKeyAreTwoTransactions() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, ONE).request(CALLER, CALLEE, "INVITE", 1, LIKE_ONE);
        int[] numbers = transactions();
        assertNotEquals(numbers[0], numbers[1]);
        assertEquals("--", retransmissions());
    }

    @Test
    void tagsOfTheSameHashUnderAKnownKeyAreTwoForks() throws IOException {
        talk.request(CALLER, CALLEE, "INVITE", 1, "i")
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i", ";tag=z9hG4bK" + ONE, "")
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i", ";tag=z9hG4bK" + LIKE_ONE, "");
        assertEquals("---", retransmissions());
    }

    @Test
    void aRequestToAnotherHostIsNoRetransmission() throws IOException {
        talk.request(CALLER, CALLEE, "OPTIONS", 1, "o").request(CALLER, PROXY, "OPTIONS", 1, "o");
        assertEquals("--", retransmissions());
    }
}
