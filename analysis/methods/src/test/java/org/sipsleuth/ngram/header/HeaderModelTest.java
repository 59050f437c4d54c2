package org.sipsleuth.ngram.header;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderModelTest {

    private static final String[] BYE = {"Via: SIP/2.0/UDP a;branch=z9hG4bK1", "Call-ID: 12345", "CSeq: 2 BYE"};
    private static final String[] OPTIONS = {"v: SIP/2.0/UDP a;branch=z9hG4bK1", "X-Maker: abc", "CSeq: 3 OPTIONS"};

    private static byte[] message(String start, String... fields) {
        return (start + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bye(String... fields) {
        return message("BYE sip:a@b SIP/2.0", fields);
    }

    private static HeaderModel model() {
        HeaderModel.Learner learner = new HeaderModel.Learner();
        learner.add(bye(BYE));
        learner.add(message("OPTIONS sip:a@b SIP/2.0", OPTIONS));
        learner.add(message("SIP/2.0 200 OK", BYE));
        return learner.model();
    }

    @Test
    void theSameNamesInAnyOrderAndFormAreKnown() {
        assertEquals(Optional.empty(), model().unseenNames(bye(BYE[2], "v: SIP/2.0/UDP c", "i: 9")));
        assertEquals(Optional.empty(), model().unseenNames("no message".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aFieldThatIsRepeatedOrLeftOutIsUnseen() {
        assertEquals(Optional.of(new UnseenNames("BYE", true, List.of("Call-ID"), List.of())),
                model().unseenNames(bye(BYE[0], BYE[1], BYE[1], BYE[2])));
        assertEquals(Optional.of(new UnseenNames("BYE", true, List.of("x-maker"), List.of("Call-ID"))),
                model().unseenNames(bye(BYE[0], BYE[2], "X-Maker: b")));
        assertTrue(model().and(List.of(HeaderNames.of(bye(BYE[0], BYE[2])).orElseThrow()), Map.of())
                .unseenNames(bye(BYE[2], BYE[0]))
                .isEmpty());
    }

    @Test
    void namesBelongToTheirMethodOrStatus() {
        assertEquals(Optional.of(new UnseenNames("ACK", false, List.of(), List.of())),
                model().unseenNames(message("ACK sip:a@b SIP/2.0", BYE)));
        assertEquals(Optional.empty(), model().unseenNames(message("SIP/2.0 200 OK", BYE)));
        assertTrue(model().unseenNames(message("SIP/2.0 404 Not Found", BYE)).isPresent());
    }

    @Test
    void aFieldIsOverlongBeyondTheMarginOfTheLongest() {
        String seven = "Call-ID: " + "1".repeat(5 + HeaderModel.MARGIN);
        assertEquals(List.of(), model().overlong(bye(seven)));
        assertEquals(List.of(new OverlongField("Call-ID", 6 + HeaderModel.MARGIN, 5)),
                model().overlong(bye(seven + "1")));
        assertEquals(List.of(), model().and(List.of(), Map.of("Call-ID", 6)).overlong(bye(seven + "1")));
        assertEquals(List.of(new OverlongField("x-maker", 9, 3)), model().overlong(bye("X-MAKER: 123456789")));
        assertEquals(List.of(new OverlongField("Request-URI", 12, 7)),
                model().overlong(message("BYE sip:12345@bc SIP/2.0", BYE)));
        assertEquals(List.of(), model().overlong(bye("Subject: " + "a".repeat(900)))); // no length is known
    }

    @Test
    void aModelIsTheSameOnceItsTextIsRead() {
        HeaderModel read = HeaderModel.of(model().text());
        assertEquals(3, read.size());
        assertArrayEquals(model().text(), read.text());
        assertEquals(Optional.empty(), read.unseenNames(bye(BYE)));
        assertEquals(1, read.overlong(bye("Call-ID: " + "1".repeat(50))).size());
    }

    /// What a line of the text could not hold is not learned, so that the text means one model only.
    @Test
    void oddNamesAreNotLearned() {
        HeaderModel.Learner learner = new HeaderModel.Learner();
        learner.add(bye(BYE[0], "\0odd: a"));
        learner.add(bye("X" + "y".repeat(100) + ": a"));
        learner.add(message("B:E sip:a@b SIP/2.0", BYE));
        assertEquals(0, learner.model().size());
        assertArrayEquals(learner.model().text(), HeaderModel.of(learner.model().text()).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "-1\n", "2\n5:Via\n", "1\nVia\n", "1\n5:Via:x\n", "1\n-5:Via\n", "1\n99999999:Via\n"})
    void otherTextsAreRefused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThrows(IllegalArgumentException.class, () -> HeaderModel.of(bytes));
    }
}
