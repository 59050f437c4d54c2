package org.sipsleuth.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLEE;
import static org.sipsleuth.dialog.Talk.CALLER;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;

/// That all who read session descriptions read the one in a multipart body.
class SessionOfPartsTest {

    private static final String ISUP = "--b\r\nContent-Type: application/ISUP;version=x\r\n\r\nv=0\u0001\r\nm=x\r\n";

    private static String parts(String payloadTypes) {
        String sdp = Talk.sdp(payloadTypes);
        String body = ISUP + "--b\r\nContent-Type: application/sdp\r\n\r\n" + sdp + "\r\n--b--\r\n";
        return "Content-Type: multipart/mixed;boundary=b\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(),
                body);
    }

    @Test
    void indexLadderFilterAndMediaReadTheSameSession() throws IOException, FilterSyntaxException {
        SipIndex index = new Talk().request(CALLER, CALLEE, "INVITE", 1, "i", parts("0 8"))
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i", ";tag=b", parts("8"))
                .request(CALLER, CALLEE, "ACK", 1, "a")
                .read();
        assertEquals("PCMA", index.dialogs().codecs(0), "those of the answer");
        Ladder ladder = Ladder.of(index, index.messagesOf(0));
        assertEquals("INVITE (SDP sendrecv)", ladder.label(0));
        assertTrue(ladder.words(1).sdp().isThere());
        assertEquals(2, Filter.of("sdp.media.port == 4000", KnownFields.catalog()).run(index, RunMonitor.NONE).size());
        assertTrue(index.message(1).sdp().isPresent());
        assertEquals(4, new AnnouncementReader(index, 0).read().size(), "RTP and RTCP of each side");
    }
}
