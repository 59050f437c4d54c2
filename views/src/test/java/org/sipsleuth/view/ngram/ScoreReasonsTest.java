package org.sipsleuth.view.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.sentence.Sentence.english;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.ngram.heat.FieldColumns;
import org.sipsleuth.view.ngram.heat.HeatField;
import org.sipsleuth.view.ngram.heat.HeatRow;

class ScoreReasonsTest {

    private static final List<Explained.Gram> NONE = List.of();
    private static final List<Explained.Gram> ONE = List.of(new Explained.Gram("OPTX", 0.5));
    private static final List<Explained.Gram> TWO =
            List.of(new Explained.Gram("Via:", 0.75), new Explained.Gram("ia: ", 0.25));

    private static Explained explained(List<Departure> departures, List<Explained.Gram> unusual,
            List<Explained.Gram> missing) {
        HeatRow heat = new HeatRow(new float[0], new byte[0], 0, List.of());
        return new Explained(heat, departures, List.of(), unusual, missing, new byte[0], Double.NaN);
    }

    private static void check(String defects, String grams, Explained its) {
        assertEquals(defects, ScoreReasons.defects(its));
        assertEquals(grams, ScoreReasons.grams(its));
    }

    @Test
    void aReasonThatThereIsNotIsLeftOut() {
        String unusual = "No defect found in the message, but it is unusual.";
        String usual = "No defect found in the message, and nothing in it is unusual.";
        check(usual, "", explained(List.of(), NONE, NONE));
        check(unusual, "Unusual: ‹OPTX›.", explained(List.of(), ONE, NONE));
        check(unusual, "Missing: ‹OPTX›.", explained(List.of(), NONE, ONE));
        check(unusual, "Unusual: ‹OPTX›. Missing: ‹Via:›\u00a00.75  ‹ia:␣›\u00a00.25.", explained(List.of(), ONE, TWO));
    }

    /// Quotes of the message differ from those around them, and its blanks are visible.
    @Test
    void bytesAreMarkedWithThePartOfTheMessageThatHasThem() {
        byte[] message = "OPTIONS sip:a SIP/2.0\r\nFrom: \"*\"".getBytes(StandardCharsets.US_ASCII);
        HeatRow heat =
                new HeatRow(new float[message.length], message, 0, List.of(new HeatField(FieldColumns.START, 0, 23),
                        new HeatField(FieldColumns.of("From"), 23, message.length)));
        Explained its = new Explained(heat, List.of(), List.of(), List.of(new Explained.Gram(" \"*\"", 1)), NONE,
                new byte[0], Double.NaN);
        assertEquals("Unusual: ‹␣\"*\"› in From.", ScoreReasons.grams(its));
    }

    @Test
    void headerFieldsUnlikeNormalOnesAreReasonsOfTheirOwn() {
        HeatRow heat = new HeatRow(new float[0], new byte[0], 0, List.of());
        Explained one = new Explained(heat, List.of(), List.of("BYE never seen"), NONE, NONE, new byte[0], Double.NaN);
        check("No defect found in the message, but it is unusual.", "", one);
        assertEquals("Header fields: BYE never seen.", ScoreReasons.headers(one));
        Explained five =
                new Explained(heat, List.of(), List.of("a", "b", "c", "d", "e"), NONE, NONE, new byte[0], Double.NaN);
        assertEquals("Header fields: a; b; c; 2 more.", ScoreReasons.headers(five));
        assertEquals("", ScoreReasons.headers(explained(List.of(), ONE, NONE)));
    }

    @Test
    void defectsComeFirst() {
        Departure defect = new Departure("missing", "Call-ID", 0, 1, Severity.HIGH, english("Call-ID missing"), "",
                List.of(), List.of());
        check("Call-ID missing", "", explained(List.of(defect), NONE, NONE));
        check("Call-ID missing; Call-ID missing; Call-ID missing (1 more)", "Unusual: ‹OPTX›.",
                explained(List.of(defect, defect, defect, defect), ONE, NONE));
    }
}
