package org.sipsleuth.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.sentence.Sentence;

/// Title, outcome and severity of an incident state the same, whatever its kind.
class OutcomeWordsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String ACTOR = "203.0.113.66";

    /// Words that state that something was achieved.
    private static final Pattern ACHIEVED = Pattern.compile("\\b(taken over|hijacked|redirected|ended|guessed)\\b");

    private static SipIndex index;

    @BeforeAll
    static void anyCapture() throws IOException {
        index = new Talk().request(Talk.CALLER, Talk.PROXY, "OPTIONS", 1, "a").read();
    }

    static Stream<Arguments> allPairs() {
        return Stream.of(IncidentKind.values())
                .flatMap(kind -> Stream.of(Outcome.values()).map(outcome -> Arguments.of(kind, outcome)));
    }

    private static Finding finding(IncidentKind kind, Outcome outcome, List<String> accounts, long fromSeconds) {
        long from = (1_795_173_000L + fromSeconds) * SECOND;
        return new Finding(FindingId.of("rules", kind + " " + outcome + " " + accounts + " " + fromSeconds),
                new Origin("rules", new ModelIdentity("rules", "rules", "", "", 0, 1)), kind.severity(outcome, false),
                new Statement(kind.word(), english("title"), english("text"), outcome, List.of()),
                new Grounds(List.of(new Measurement(english("n"), 1, 1, Measurement.Side.ABOVE)), true,
                        Sentence.none()),
                Evidence.ofMessages(new int[0], List.of()), new Subject(Subject.Kind.SOURCE, ACTOR),
                () -> Rationale.NONE,
                Optional.of(new Observation(kind, Actors.of(ACTOR, List.of()), List.of("192.0.2.1"), accounts, false,
                        0.9, from, from + SECOND, List.of(Clause.of(english("did it"))), english("did"),
                        english("result"), List.of(), List.of(), List.of(), new JoinHints("", Set.of(), 1))));
    }

    private static void check(Incident incident) {
        boolean states = ACHIEVED.matcher(incident.title().text()).find();
        assertFalse(states && incident.outcome() != Outcome.SUCCEEDED,
                incident.title().text() + ": " + incident.outcome().word());
        assertEquals(incident.kind().severity(incident.outcome(), false), incident.severity(),
                incident.title().text() + ": " + incident.outcome().word());
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void titleAndSeverityAreThoseOfTheOutcome(IncidentKind kind, Outcome outcome) {
        for (List<String> accounts : List.of(List.<String>of(), List.of("1007"))) {
            Incident incident = Incidents.of(index, List.of(finding(kind, outcome, accounts, 0))).getFirst();
            assertEquals(outcome, incident.outcome());
            check(incident);
        }
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void aTitleOfSuccessIsOneOfSuccessOnly(IncidentKind kind, Outcome outcome) {
        List<String> accounts = List.of("1007");
        String title = Incidents.of(index, List.of(finding(kind, outcome, accounts, 0))).getFirst().title().text();
        String success =
                Incidents.of(index, List.of(finding(kind, Outcome.SUCCEEDED, accounts, 0))).getFirst().title().text();
        if (ACHIEVED.matcher(success).find() && outcome != Outcome.SUCCEEDED) {
            assertNotEquals(success, title);
        }
        assertTrue(outcome == Outcome.SUCCEEDED || !title.contains(" taken over"), title);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void soItIsWhereSeveralThingsWereDone(long seed) {
        Random random = new Random(seed);
        IncidentKind[] kinds = IncidentKind.values();
        Outcome[] outcomes = Outcome.values();
        for (int round = 0; round < 50; round++) {
            List<Finding> findings = random.ints(random.nextInt(2, 6), 0, 60)
                    .mapToObj(second -> finding(kinds[random.nextInt(kinds.length)],
                            outcomes[random.nextInt(outcomes.length)], List.of("1007"), second))
                    .distinct()
                    .toList();
            for (Incident incident : Incidents.of(index, findings)) {
                check(incident);
                boolean isGravest = incident.stages()
                        .stream()
                        .noneMatch(stage -> stage.kind().severity(stage.outcome(), false).compareTo(incident.severity())
                                > 0);
                assertTrue(isGravest, incident.title().text());
            }
        }
    }
}
