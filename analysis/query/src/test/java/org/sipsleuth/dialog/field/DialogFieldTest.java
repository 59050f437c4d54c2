package org.sipsleuth.dialog.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.attempt.Story.CALLEE;
import static org.sipsleuth.dialog.attempt.Story.CALLER;
import static org.sipsleuth.dialog.attempt.Story.PROXY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.attempt.Story;
import org.sipsleuth.sip.reason.ReasonValue;

class DialogFieldTest {

    private static final long MS = 1_000_000L;

    private final Story story = new Story();

    private String text(String key) throws IOException {
        return new FieldReader(story.read()).text(DialogValue.of(key).orElseThrow(), 0);
    }

    private long number(DialogField field) throws IOException {
        return new FieldReader(story.read()).number(field, 0);
    }

    @Test
    void theFirstFieldsAreTheContractOfTheCommandLine() {
        String contract = "call_id, first_frame, start, duration, messages, retransmissions, sequence, state,"
                + " final_status, caller, callee, src_ip, dst_ip, user_agent, codecs";
        String[] names = contract.split(", ");
        for (int i = 0; i < names.length; i++) {
            assertEquals(names[i], DialogField.values()[i].key());
        }
    }

    @Test
    void everyFieldIsFoundByItsKey() {
        for (DialogField field : DialogField.values()) {
            assertEquals(Optional.of(field), DialogValue.of(field.key()));
            assertEquals(Optional.of(field), DialogValue.of(field.key().toUpperCase(Locale.ROOT)));
        }
        assertEquals("request:Subject", DialogValue.of("REQUEST:s").orElseThrow().key());
        assertTrue(DialogValue.of("request:").isEmpty());
        assertTrue(DialogValue.of("request:a b").isEmpty());
    }

    @Test
    void theDocumentationListsEveryField() throws IOException {
        String docs = Files.readString(Path.of("../../docs/FIELDS.md"));
        for (DialogField field : DialogField.values()) {
            String row = "| `" + field.key() + "` |";
            assertTrue(docs.contains(row), field.key());
            String rest = docs.substring(docs.indexOf(row));
            assertTrue(rest.lines().findFirst().orElseThrow().contains(field.description()), field.key());
        }
    }

    @Test
    void aCallIsReportedInNumbersAndWords() throws IOException {
        story.call("one", 0, 30_000);
        assertEquals(200 * MS, number(DialogField.SETUP_TIME));
        assertEquals(29_000 * MS, number(DialogField.TALK_TIME));
        assertEquals(2, number(DialogField.REQUESTS));
        assertEquals(3, number(DialogField.RESPONSES));
        assertEquals(2, number(DialogField.MESSAGES_SENT));
        assertEquals(3, number(DialogField.MESSAGES_RECEIVED));
        assertEquals("ended by the caller", text("cause"));
        assertEquals("A. Caller", text("from_display"));
        assertEquals("", text("to_display"));
        assertEquals("sip:b@example.org", text("request_uri"));
        assertEquals("UDP", text("transport"));
        assertEquals("192.0.2.1:5060", text("source"));
        assertEquals("1 INVITE", text("request:cseq"));
        assertEquals("1 INVITE", text("response:CSeq"));
    }

    @Test
    void aRegistrationIsTimedWithItsChallenge() throws IOException {
        story.asks("REGISTER", 1).at(10).says(401, "REGISTER", 1);
        story.at(20).asks("REGISTER", 2).at(60).says(200, "REGISTER", 2);
        assertEquals(60 * MS, number(DialogField.REGISTER_TIME));
        assertEquals(10 * MS, number(DialogField.RESPONSE_TIME));
        assertEquals(FieldReader.ABSENT, number(DialogField.SETUP_TIME));
    }

    @Test
    void theFirstResponseOfTheFirstHopCounts() throws IOException {
        story.asks("INVITE", 1).at(5).request(PROXY, CALLEE, "INVITE", 1, "other", "");
        story.at(7).response(CALLEE, PROXY, 180, "INVITE", 1, "other", "");
        story.at(9).says(100, "INVITE", 1).at(200).says(180, "INVITE", 1);
        assertEquals(9 * MS, number(DialogField.RESPONSE_TIME));
        assertEquals(200 * MS, number(DialogField.SETUP_TIME));
    }

    @Test
    void whatIsNotThereIsAbsent() throws IOException {
        story.asks("OPTIONS", 1);
        assertEquals(FieldReader.ABSENT, number(DialogField.SETUP_TIME));
        assertEquals(FieldReader.ABSENT, number(DialogField.REGISTER_TIME));
        assertEquals(FieldReader.ABSENT, number(DialogField.RESPONSE_TIME));
        assertEquals(FieldReader.ABSENT, number(DialogField.FINAL_STATUS));
        assertEquals("", text("response:Server"));
        assertEquals("", text("server"));
    }

    @Test
    void methodIsThatOfTheFirstRequest() throws IOException {
        story.asks("INVITE", 1).says(200, "INVITE", 1).asks("BYE", 2);
        assertEquals("INVITE", text("method"));
    }

    @Test
    void methodOfResponsesAloneIsThatOfTheirCseq() throws IOException {
        story.says(200, "REGISTER", 1);
        assertEquals("REGISTER", text("method"));
    }

    @Test
    void theServerIsNamedByResponsesOtherThan100() throws IOException {
        story.asks("INVITE", 1);
        story.response(CALLEE, CALLER, 100, "INVITE", 1, "INVITE1", "Server: proxy\r\n");
        story.response(CALLEE, CALLER, 180, "INVITE", 1, "INVITE1", "Server: phone\r\n");
        assertEquals("phone", text("server"));
    }

    @Test
    void theReasonOfTheByeSaysMoreThanWhoSentIt() throws IOException {
        story.asks("INVITE", 1).says(200, "INVITE", 1);
        story.request(CALLEE, CALLER, "BYE", 1, "b", "Reason: SIP;cause=200, Q.850;cause=31;text=\"x\"\r\n");
        assertEquals("Q.850 31: normal, unspecified (x)", text("reason"));
    }

    @Test
    void aFoldedReasonIsOne() throws IOException {
        story.asks("INVITE", 1);
        story.response(CALLEE, CALLER, 480, "INVITE", 1, "INVITE1", "Reason: Q.850\r\n ;cause=18\r\n");
        assertEquals("Q.850 18: no user responding", text("reason"));
    }

    @Test
    void aWarningSaysMoreThanTheStatus() throws IOException {
        story.asks("INVITE", 1);
        story.response(CALLEE, CALLER, 488, "INVITE", 1, "INVITE1",
                "Warning: 305 host \"Incompatible media format\"\r\n");
        assertEquals("Warning 305 host \"Incompatible media format\"", text("reason"));
    }

    @Test
    void theStatusIsReportedByItsRegisteredName() throws IOException {
        story.asks("INVITE", 1).says(486, "INVITE", 1);
        assertEquals("486 Busy Here (Reason)", text("reason"));
    }

    @Property
    void anyReasonIsReadWithoutComplaint(@ForAll String header) {
        for (ReasonValue value : ReasonValue.listOf(header)) {
            assertTrue(value.cause() >= -1 && value.cause() <= 9_999);
            assertTrue(value.words().length() <= 2 * header.length() + 80);
        }
    }

    @Property
    void anyKeyIsTriedWithoutComplaint(@ForAll String key) {
        DialogValue.of("request:" + key).ifPresent(value -> assertEquals(FieldKind.TEXT, value.kind()));
    }
}
