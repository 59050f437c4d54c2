package org.sipsleuth.lab.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabCapture;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.SealedAnswer;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;

/// Marks, reasons and formulas of every kind of question.
class LabScorerTest {

    private static final Instant FROM = Instant.parse("2026-10-06T14:12:08Z");

    @TempDir private static Path folder;

    @BeforeAll
    static void makeCapture() throws Exception {
        var scenario = Scenarios.named("odd-dialogs").orElseThrow();
        Settings settings =
                Settings.of(Simulation.settings(scenario), Map.of("normal-dialogs", "20", "odd-dialogs", "2"));
        Simulation.run(scenario, 5, settings, folder.resolve("a.pcap"), RunMonitor.NONE);
        Files.copy(folder.resolve("a.pcap"), folder.resolve("hidden.pcap"));
    }

    private static Question question(QuestionKind kind) {
        Question question = Question.of("q", kind, "A title", "A text?", 20);
        return kind.hasChoices() ? question.choosing(List.of("OPTIONS", "REGISTER", "INVITE")) : question;
    }

    private static QuestionScore score(Question question, KeyEntry entry, String answer) throws IOException {
        Lab lab = new Lab("mine", 0, OptionalLong.empty(), "", "Mine", "A story", List.of(), 1, 10,
                EnumSet.of(HiddenFact.HINTS), Set.of(), List.of(new LabCapture("a.pcap", "", "")), Optional.empty(),
                List.of(question));
        Key key = new Key("mine", OptionalLong.empty(), "", Map.of("q", entry));
        LabMaterial material = new LabMaterial(folder, Optional.of(folder), RunMonitor.NONE);
        return new LabScorer(lab, Optional.of(key), material).score(Map.of("q", answer), Map.of())
                .questions()
                .getFirst();
    }

    private static Truth truth(QuestionKind kind) {
        return switch (kind) {
            case VALUE -> new Truth.Near(1_086, 10);
            case ONE_OF -> new Truth.Exact(List.of("OPTIONS"));
            case SEVERAL_OF -> new Truth.Members(new TreeSet<>(List.of("OPTIONS", "INVITE")));
            case HOSTS -> new Truth.Members(new TreeSet<>(List.of("192.0.2.1", "2001:db8::1")));
            case USERS -> new Truth.Members(new TreeSet<>(List.of("1001", "1002", "1003", "1004", "1005", "1006",
                    "1007", "1009", "1010", "1008", "1012", "1015")));
            case TIME_RANGE -> new Truth.Span(FROM, FROM.plusSeconds(42));
            case FRAMES -> new Truth.Frames(new TreeSet<>(List.of(2911, 2912)), "", Optional.empty());
            case FILTER -> new Truth.Frames(new TreeSet<>(List.of(1)), "frame.number == 1", Optional.empty());
            case SIGNATURE ->
                    new Truth.Frames(new TreeSet<>(List.of(1)), "frame.number == 1", Optional.of("hidden.pcap"));
            case THRESHOLD -> new Truth.Costs(List.of(10.0, 12.0, 3.0), List.of(1.0, 2.0, 4.0, 11.0), 5, 1);
            case TEXT -> new Truth.Guide("because");
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            VALUE      | 1,152 s                       | WRONG  | 0  | 6.1 % too large: 1152, not 1086.
            VALUE      | 1090                          | RIGHT  | 20 | Within ± 10 of 1086.
            VALUE      | many                          | WRONG  | 0  | "many" is no number; a number was asked for.
            ONE_OF     | options                       | RIGHT  | 20 | The right one of 3.
            ONE_OF     | REGISTER                      | WRONG  | 0  | "REGISTER" is not it; "OPTIONS" is right.
            ONE_OF     | BYE                           | WRONG  | 0  | "BYE" is not one of the choices: OPTIONS; REGISTER; INVITE.
            SEVERAL_OF | INVITE; register              | PARTLY | 10 | 1 right, 1 too many, 1 missed.
            SEVERAL_OF | REGISTER                      | WRONG  | 0  | None is right: 1 named, 2 to be found.
            HOSTS      | 192.0.2.7                     | WRONG  | 0  | None is right: 1 named, 2 to be found.
            SIGNATURE  | frame.number == 2             | WRONG  | 0  | It selects 1, and none of the 1 asked for.
            HOSTS      | 192.0.2.1 [2001:DB8:0:0::1]   | RIGHT  | 20 | All 2, and none too many.
            HOSTS      | 192.0.2.999                   | WRONG  | 0  | "192.0.2.999" is no IP address; write addresses as 203.0.113.5, separated by commas.
            USERS      | 1001 1002 1003 1004 1005 1006 1007 1009 1010 1020 | PARTLY | 16 | 9 right, 1 too many, 3 missed.
            USERS      | 9                             | WRONG  | 0  | None is right: 1 named, 12 to be found.
            USERS      | sip:1001@a, 1002              | PARTLY | 5  | 2 right, 0 too many, 10 missed.
            TIME_RANGE | 14:12:04 - 14:12:44           | PARTLY | 15 | 36 s of 46 s overlap.
            TIME_RANGE | 14:12:08.5 - 14:12:50         | RIGHT  | 20 | Both ends are right.
            TIME_RANGE | 15:00:00 - 15:01:00           | WRONG  | 0  | It lies 2830 s after the right range.
            TIME_RANGE | 15:00                         | WRONG  | 0  | "15:00" is no time range; write 14:12:04 - 14:12:44.
            TIME_RANGE | 2026-10-06T16:00:00Z - 2026-10-06T15:00:00Z | WRONG | 0 | The range ends before it begins; write its beginning first.
            FRAMES     | #2911, 2912                   | RIGHT  | 20 | All 2 frames.
            FRAMES     | 2911 2913 2914                | PARTLY | 6  | 1 of 2 right, 2 too many.
            FRAMES     | 1                             | WRONG  | 0  | None is right: 1 named, 2 asked for.
            FRAMES     | first                         | WRONG  | 0  | "first" is no frame number; write numbers separated by commas, such as 2911, 2912.
            FILTER     | frame.number == 1             | RIGHT  | 20 | It selects exactly what was asked for (1).
            FILTER     | frame.number <= 4             | PARTLY | 8  | It selects 1 of 1 asked for, and 3 too many.
            FILTER     | frame.number == 2             | WRONG  | 0  | It selects 1, and none of the 1 asked for.
            FILTER     | ip.src == 9.9.9.9             | WRONG  | 0  | It selects nothing of the 1 asked for.
            FILTER     | hint.no_ack                   | WRONG  | 0  | It asks hint. fields, which state what this lab asks for; use fields of the messages.
            SIGNATURE  | frame.number <= 2             | PARTLY | 13 | It selects 1 of 1 asked for, and 1 too many.
            THRESHOLD  | 3                             | RIGHT  | 20 | It costs 2, the least possible.
            THRESHOLD  | 5                             | WRONG  | 0  | It costs 6, no less than doing without: 4 (missed: 1, false alarms: 1).
            THRESHOLD  | 2                             | PARTLY | 10 | It costs 3, where 2 is possible (missed: 0, false alarms: 3).
            TEXT       | because of 401                | TEACHER | 0 | Kept for your teacher.
            """)
    void eachKindHasItsMarkPointsAndReason(QuestionKind kind, String answer, Mark mark, int points, String reason)
            throws IOException {
        QuestionScore score = score(question(kind), KeyEntry.of(truth(kind)), answer);
        assertEquals(reason, score.reason());
        assertEquals(mark, score.mark());
        assertEquals(points, score.points());
    }

    /// A sentence helps if it says more than that the answer is wrong: what is right, how far it is, how
    /// much of it is right, or what was to be typed.
    @ParameterizedTest
    @EnumSource(QuestionKind.class)
    void aWrongAnswerOfEachKindGetsASentenceThatHelps(QuestionKind kind) throws IOException {
        String wrong = switch (kind) {
            case VALUE -> "1200";
            case ONE_OF, SEVERAL_OF -> "REGISTER";
            case HOSTS -> "198.51.100.9";
            case USERS -> "9";
            case TIME_RANGE -> "15:00:00 - 15:01:00";
            case FRAMES -> "7";
            case FILTER, SIGNATURE -> "frame.number == 2";
            case THRESHOLD -> "99";
            case TEXT -> "no idea";
        };
        QuestionScore score = score(question(kind), KeyEntry.of(truth(kind)), wrong);
        assertEquals(kind.isMarked() ? Mark.WRONG : Mark.TEACHER, score.mark());
        assertEquals(0, score.points());
        assertTrue(score.reason().endsWith("."), score.reason());
        boolean saysWhatWouldBeRight = score.reason()
                .matches(".*(is right|not [0-9]+|asked for|to be found|right range"
                        + "|no less than doing without|teacher).*");
        assertTrue(saysWhatWouldBeRight, kind + ": " + score.reason());
        assertTrue(kind == QuestionKind.TEXT || !score.formula().isEmpty(), "its points are computed from something");
    }

    private static List<String> texts(List<MarkedPart> parts) {
        return parts.stream().map(MarkedPart::text).toList();
    }

    private static List<List<String>> marks(QuestionKind kind, String answer) throws IOException {
        TruthMarks marks = score(question(kind), KeyEntry.of(truth(kind)), answer).marks();
        return List.of(texts(marks.right()), texts(marks.missed()), texts(marks.tooMuch()));
    }

    @Test
    void anAnswerStandsBesideTheTruthPartForPart() throws IOException {
        assertEquals(List.of(List.of("INVITE"), List.of("OPTIONS"), List.of("REGISTER")),
                marks(QuestionKind.SEVERAL_OF, "invite; register"));
        assertEquals(List.of(List.of("192.0.2.1"), List.of("2001:db8::1"), List.of("192.0.2.7")),
                marks(QuestionKind.HOSTS, "192.0.2.1, 192.0.2.7"));
        assertEquals(List.of(List.of("2911"), List.of("2912"), List.of("7")), marks(QuestionKind.FRAMES, "2911 7"));
        assertEquals(List.of(List.of("1"), List.of(), List.of("2", "3")),
                marks(QuestionKind.FILTER, "frame.number <= 3"));
        assertEquals(
                List.of(List.of("2026-10-06T14:12:08Z - 2026-10-06T14:12:44Z"),
                        List.of("2026-10-06T14:12:44Z - 2026-10-06T14:12:50Z"),
                        List.of("2026-10-06T14:12:04Z - 2026-10-06T14:12:08Z")),
                marks(QuestionKind.TIME_RANGE, "14:12:04 - 14:12:44"));
        assertEquals(
                List.of(List.of(), List.of("2026-10-06T14:12:08Z - 2026-10-06T14:12:50Z"),
                        List.of("2026-10-06T15:00:00Z - 2026-10-06T15:01:00Z")),
                marks(QuestionKind.TIME_RANGE, "15:00:00 - 15:01:00"));
        assertEquals(List.of(List.of("2026-10-06T14:12:08Z - 2026-10-06T14:12:50Z"), List.of(), List.of()),
                marks(QuestionKind.TIME_RANGE, "14:12:08.5 - 14:12:50"), "ends within the tolerance are right");
    }

    @Test
    void whoNamesNothingMissesAllAndHiddenMessagesAreNotNamed() throws IOException {
        assertEquals(List.of(List.of(), List.of("2911", "2912"), List.of()), marks(QuestionKind.FRAMES, ""));
        assertEquals(List.of(List.of(), List.of("2911", "2912"), List.of()), marks(QuestionKind.FRAMES, "first"));
        assertEquals(List.of(List.of(), List.of(), List.of()), marks(QuestionKind.SIGNATURE, "frame.number <= 3"));
        assertEquals(List.of(List.of(), List.of(), List.of()), marks(QuestionKind.VALUE, "3"));
    }

    @Test
    void theFormulaHasTheNumbersOfTheAnswer() throws IOException {
        String answer = "1001 1002 1003 1004 1005 1006 1007 1009 1010 1020";
        assertEquals(
                List.of("Precision = 9 / (9 + 1) = 0.900", "Recall = 9 / (9 + 3) = 0.750",
                        "F1 = 2 · P · R / (P + R) = 2 · 9 / (10 + 12) = 0.818",
                        "Points = 20 × 0.818 = 16.4, rounded down to 16"),
                score(question(QuestionKind.USERS), KeyEntry.of(truth(QuestionKind.USERS)), answer).formula());
        assertEquals(
                List.of("Ends within 1.00 s of the right ones count as right", "Overlap / union = 36 s / 46 s = 0.783",
                        "Points = 20 × 0.783 = 15.7, rounded down to 15"),
                score(question(QuestionKind.TIME_RANGE), KeyEntry.of(truth(QuestionKind.TIME_RANGE)),
                        "14:12:04 - 14:12:44").formula());
    }

    @Test
    void aKnownMistakeHasItsOwnReason() throws IOException {
        KeyEntry entry = KeyEntry.of(truth(QuestionKind.VALUE)).mistaking("1152", "It includes 66 s of ringing.");
        assertEquals("It includes 66 s of ringing.", score(question(QuestionKind.VALUE), entry, "1151").reason());
    }

    @Test
    void aSealedAnswerIsMarkedWithoutAKey() throws IOException {
        SealedAnswer sealed = SealedAnswer.of("a84b4c76e66710@192.0.2.1", new byte[SealedAnswer.SALT_BYTES]);
        assertTrue(sealed.opens(" A84B4C76e66710@192.0.2.1 "));
        assertFalse(sealed.opens("b84b4c76e66710@192.0.2.1"));
        assertFalse(sealed.opens(""));
        assertEquals(600_000, sealed.iterations());
    }

    @Test
    void aPatternMatchesAllOfAnAnswer() throws IOException {
        KeyEntry entry = KeyEntry.of(new Truth.Pattern("[0-9a-f]{4}", "12ab"));
        assertEquals(Mark.RIGHT, score(question(QuestionKind.VALUE), entry, "beef").mark());
        assertEquals(Mark.WRONG, score(question(QuestionKind.VALUE), entry, "beef1").mark());
    }

    @Test
    void aFilterThatIsNoneIsExplained() throws IOException {
        QuestionScore score =
                score(question(QuestionKind.FILTER), KeyEntry.of(truth(QuestionKind.FILTER)), "sip.Method ==");
        assertTrue(score.reason().startsWith("It is no filter: "), score.reason());
    }
}
