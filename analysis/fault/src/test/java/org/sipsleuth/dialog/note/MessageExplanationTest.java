package org.sipsleuth.dialog.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;

class MessageExplanationTest {

    private static final String A = "198.51.100.1";
    private static final String B = "198.51.100.2";

    @Test
    void aResponseShowsWhatItAnswers() throws IOException {
        SipIndex index = new Lines().request(A, B, "INVITE", 1, "i", "", "")
                .response(B, A, 180, "INVITE", 1, "i", "b", "")
                .read();
        assertEquals("The callee is being alerted: it rings. Response to INVITE in frame 1 after 1.000 s."
                + " (RFC 3261 §21.1.2)", MessageExplanation.of(index, 1).text());
        assertEquals("Asks for a call. (RFC 3261 §13)", MessageExplanation.of(index, 0).text());
    }

    @Test
    void aResponseWithoutRequestAnswersNothing() throws IOException {
        SipIndex index = new Lines().response(B, A, 486, "INVITE", 1, "i", "b", "").read();
        assertEquals("", MessageExplanation.of(index, 0).answers());
    }

    @Test
    void theSameMethodMeansAnotherThingLater() throws IOException {
        SipIndex index = new Lines().request(A, B, "INVITE", 1, "i", "", "")
                .response(B, A, 200, "INVITE", 1, "i", "b", "")
                .request(A, B, "ACK", 1, "k", "b", "")
                .request(A, B, "ACK", 1, "k", "b", "")
                .request(A, B, "INVITE", 2, "j", "b", "")
                .response(B, A, 488, "INVITE", 2, "j", "b", "")
                .request(A, B, "ACK", 2, "j", "b", "")
                .read();
        assertTrue(MessageExplanation.of(index, 2).summary().contains("set up"));
        assertTrue(MessageExplanation.of(index, 3).summary().contains("set up"), "the same, sent again");
        assertTrue(MessageExplanation.of(index, 4).summary().contains("Changes a call"));
        assertTrue(MessageExplanation.of(index, 6).summary().contains("refusal"));
    }

    @Test
    void whatNoStandardDefinesIsReportedAsSuch() throws IOException {
        SipIndex index =
                new Lines().request(A, B, "JUMP", 1, "i", "", "").response(B, A, 499, "JUMP", 1, "i", "b", "").read();
        assertEquals("A method that no standard defines.", MessageExplanation.of(index, 0).text());
        assertTrue(MessageExplanation.of(index, 1).summary().contains("another try must differ"));
    }

    /// Beside a message stands what it states.
    @Test
    void theValuesThatExplainARefusalAreQuoted() throws IOException {
        SipIndex index = new Lines().request(A, B, "REGISTER", 1, "i", "", "")
                .response(B, A, 423, "REGISTER", 1, "i", "b", "Min-Expires: 600\r\nWarning: 399 host \"too short\"\r\n")
                .request(A, B, "CANCEL", 1, "i", "", "Reason: Q.850;cause=26\r\n")
                .response(B, A, 200, "CANCEL", 1, "i", "b", "Min-Expires: 600\r\n")
                .read();
        assertEquals("Warning 399: too short. The registration would expire too soon; Min-Expires states the minimum."
                + " Min-Expires: 600.", MessageExplanation.of(index, 1).summary());
        assertEquals("Asks to withdraw a request. Reason: Q.850 26: non-selected user clearing.",
                MessageExplanation.of(index, 2).summary());
        assertEquals("The request was accepted.", MessageExplanation.of(index, 3).summary());
    }
}
