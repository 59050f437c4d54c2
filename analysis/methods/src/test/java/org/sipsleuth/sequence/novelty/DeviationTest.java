package org.sipsleuth.sequence.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviationTest {

    @ParameterizedTest
    @CsvSource({
        "(INVITE) 200, RESPONSE_WITHOUT_REQUEST",
        "(INVITE) ACK, ACK_WITHOUT_INVITE",
        "INVITE 100 486, FINAL_WITHOUT_ACK",
        "re-INVITE 200, ANSWER_WITHOUT_ACK",
        "(ACK) 405, RESPONSE_TO_ACK",
        "INVITE 100 ACK 200, ACK_BEFORE_FINAL",
        "REGISTER 200 401, RESPONSE_AFTER_FINAL",
        "INVITE 200 180 ACK, RESPONSE_AFTER_FINAL",
        "INVITE CANCEL 100 487 ACK, CANCEL_BEFORE_RESPONSE",
        "BYE(no-dialog) 481, REQUEST_WITHOUT_DIALOG"})
    void orderDepartsFromTheProtocol(String text, Deviation deviation) {
        assertEquals(Optional.of(deviation), Deviation.of(TransactionWord.of(text, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "INVITE 100 180 200 ACK",
        "INVITE 100 180 CANCEL 487 ACK",
        "INVITE 100 CANCEL 200 ACK",
        "INVITE 100 180",
        "OPTIONS",
        "REGISTER 401",
        "BYE 481",
        "NOTIFY(no-dialog) 200"})
    void orderOfTheProtocolDoesNot(String text) {
        assertEquals(Optional.empty(), Deviation.of(TransactionWord.of(text, false)));
    }

    @Test
    void missingAckOfACutTransactionIsNone() {
        assertEquals(Optional.empty(), Deviation.of(TransactionWord.of("INVITE 486", true)));
    }

    @Test
    void byeAfterAFailedInviteDeparts() {
        assertEquals(Optional.of(Deviation.BYE_AFTER_FAILURE),
                Deviation.of(new Transition("start", "INVITE/486", "BYE/481")));
        assertEquals(Optional.empty(), Deviation.of(new Transition("start", "INVITE/200", "BYE/200")));
    }
}
