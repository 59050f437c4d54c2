package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.dialog.Talk.CALLEE;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void lifelinesStandInTheOrderInWhichTheyFirstTakePart() throws IOException {
        SipIndex index =
                new Talk()
                        .request(CALLER, PROXY, "INVITE", 1, "i", Talk.sdp("0"))
                        .request(PROXY, CALLEE, "INVITE", 1, "j")
                        .response(CALLEE, PROXY, 180, "INVITE", 1, "j")
                        .read();
        Ladder ladder = Ladder.of(index, index.messagesOf(0));
        assertEquals(
                List.of(CALLER, PROXY, CALLEE),
                ladder.lifelines().stream().map(Ladder.Lifeline::host).toList());
        assertEquals(List.of(5060), ladder.lifelines().getFirst().ports());
        assertEquals(3, ladder.size());
        assertEquals(2, ladder.source(2));
        assertEquals(1, ladder.destination(2));
        assertEquals("INVITE (SDP)", ladder.label(0));
        assertEquals("INVITE", ladder.label(1));
        assertEquals("180 Reason (INVITE)", ladder.label(2));
    }
}
