package org.sipsleuth.view.sequence.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {
                "INVITE 100 180 200 ACK BYE 200 | Answered call, ended with BYE",
                "INVITE 407 ACK INVITE 100 200 ACK | Answered call after authentication, no BYE",
                "INVITE INVITE 100 180 180 200 200 ACK ACK BYE BYE 200 200| Answered call, ended with BYE",
                "INVITE 100 200 ACK INVITE 200 ACK BYE 200| Answered call, with re-INVITE, ended with BYE",
                "INVITE 183 PRACK 200 180 486 ACK | Call failed with 486",
                "INVITE 183 PRACK 200 180 200 ACK BYE 481 | Answered call, ended with BYE",
                "INVITE 100 180 CANCEL 200 487 ACK | Cancelled call",
                "INVITE 407 ACK INVITE 404 ACK | Call failed with 404 after authentication",
                "INVITE 407 ACK | Call challenged with 407, not continued",
                "INVITE 302 ACK | Call redirected with 302",
                "INVITE 100 180 | Call without final response",
                "REGISTER 401 REGISTER 200 | REGISTER answered with 200 after authentication",
                "REGISTER 403 | REGISTER failed with 403",
                "OPTIONS | OPTIONS without final response",
                "BYE 200 | BYE 200",
                "180 200 ACK | 180 200 ACK",})
    void aSequenceIsNamedByItsFirstRequestAndHowThatEnded(String types, String name) {
        assertEquals(name, SequenceName.of(List.of(types.strip().split(" "))));
    }
}
