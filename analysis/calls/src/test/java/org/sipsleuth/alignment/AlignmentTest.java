package org.sipsleuth.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which of several equally short ways is taken.
class AlignmentTest {

    /// `=` match, `+` insertion, `-` deletion, `~` substitution
    private static String edits(String known, String other) {
        Alignment alignment = Alignment.of(Sample.sequence(known), Sample.sequence(other));
        StringBuilder text = new StringBuilder();
        for (Edit edit : alignment.edits()) {
            text.append(switch (edit) {
                case Edit.Match _ -> '=';
                case Edit.Insertion _ -> '+';
                case Edit.Deletion _ -> '-';
                case Edit.Substitution _ -> '~';
            });
        }
        return text.toString();
    }

    @Test
    void likeIsSubstitutedByLike() {
        assertEquals("=-~", edits("INVITE 180 200", "INVITE 486"));
        assertEquals("=~-", edits("INVITE 180 200", "INVITE 183"));
    }

    @Test
    void matchesAreWorthMoreThanSubstitutions() {
        assertEquals("=-=+", edits("INVITE 100 180", "INVITE 180 100"));
    }

    @Test
    void theLastOfEqualPiecesIsTooMuch() {
        assertEquals("==+=", edits("INVITE 180 200", "INVITE 180 180 200"));
        assertEquals("==++", edits("BYE 200", "BYE 200 BYE 200"));
        assertEquals("====+++==", edits("INVITE 183 PRACK 200 200 ACK", "INVITE 183 PRACK 200 183 PRACK 200 200 ACK"));
    }

    @Test
    void aPieceWithoutRequestReadsLikeTheOneItRepeats() {
        assertEquals("====+++==", edits("INVITE 183 PRACK 200 183 486", "INVITE 183 PRACK 200 183 PRACK 200 183 486"));
    }

    @Test
    void theLastOfEqualPiecesIsMissing() {
        assertEquals("==-=", edits("INVITE 180 180 200", "INVITE 180 200"));
    }

    @Test
    void aPieceBeginsWithItsRequest() {
        assertEquals("+++==", edits("INVITE 200", "INVITE 401 ACK INVITE 200"));
        assertEquals("===+++=", edits("INVITE 200 ACK BYE", "INVITE 200 ACK INVITE 200 ACK BYE"));
    }

    @Test
    void repeatsStandWhereTheyAre() {
        assertEquals("=+=+", edits("BYE 200", "BYE BYE 200 200"));
    }

    @Test
    void indexesOfWhatIsMissingShowWhereItWouldStand() {
        assertEquals(List.of(new Edit.Match(0, 0), new Edit.Deletion(1, 1), new Edit.Match(2, 1)),
                Alignment.of(Sample.sequence("a b c"), Sample.sequence("a c")).edits());
    }
}
