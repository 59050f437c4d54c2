package org.sipsleuth.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.evidence.Evidence;

class IncidentIdsTest {

    private SipIndex index;

    @BeforeEach
    void threeRequestsInAMoment() throws IOException {
        index = new Talk().request(Talk.CALLER, Talk.PROXY, "OPTIONS", 1, "a")
                .request(Talk.CALLER, Talk.PROXY, "OPTIONS", 1, "b")
                .request(Talk.CALLER, Talk.PROXY, "REGISTER", 1, "c")
                .read();
    }

    private String id(boolean isForged, int... messages) {
        return new IncidentIds(index).of(Evidence.ofMessages(messages, List.of()), 0, isForged);
    }

    @Test
    void itIsThatOfTheFirstMessage() {
        assertEquals(id(false, 1), id(false, 1, 2));
        assertNotEquals(id(false, 0, 1), id(false, 1));
    }

    @Test
    void ofForgedSourcesItIsThatOfTheFirstRequestOfItsType() {
        assertEquals(id(true, 0, 1), id(true, 1));
        assertNotEquals(id(true, 1), id(true, 2));
    }

    @Test
    void noTwoAreTheSame() {
        IncidentIds ids = new IncidentIds(index);
        Evidence first = Evidence.ofMessages(new int[]{0}, List.of());
        assertNotEquals(ids.of(first, 0, false), ids.of(first, 0, false));
    }
}
