package org.sipsleuth.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.finding.IncidentKind.ACCOUNT_TAKEOVER;
import static org.sipsleuth.finding.IncidentKind.EXTENSION_ENUMERATION;
import static org.sipsleuth.finding.IncidentKind.HOST_SCAN;
import static org.sipsleuth.finding.IncidentKind.INVITE_FLOOD;
import static org.sipsleuth.finding.IncidentKind.PASSWORD_GUESSING;
import static org.sipsleuth.finding.IncidentKind.SPIT;
import static org.sipsleuth.finding.IncidentKind.TOLL_FRAUD;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
import org.sipsleuth.sentence.Severity;

class IncidentsTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long START = 1_795_173_000L * 1_000_000_000L;
    private static final String PROXY = "192.0.2.1";
    private static final String ONE = "203.0.113.66";
    private static final String OTHER = "203.0.113.129";

    private static SipIndex index;

    @BeforeAll
    static void anyCapture() throws IOException {
        index = new Talk().request(Talk.CALLER, Talk.PROXY, "OPTIONS", 1, "a").read();
    }

    /// What somebody did, with defaults for all that a test does not look at.
    private record Deed(IncidentKind kind, Actors actors, List<String> accounts, long from, long nanos, Outcome outcome,
            boolean isMinor, String how, Set<String> tried, int count) {

        static Deed of(IncidentKind kind, String actor, long from) {
            return new Deed(kind, Actors.of(actor, List.of()), List.of(), START + from, MINUTE, Outcome.ATTEMPTED,
                    false, "REGISTER", Set.of(), 100);
        }

        Deed accounts(String... its) {
            return new Deed(kind, actors, List.of(its), from, nanos, outcome, isMinor, how, tried, count);
        }

        Deed outcome(Outcome its) {
            return new Deed(kind, actors, accounts, from, nanos, its, isMinor, how, tried, count);
        }

        Deed minor() {
            return new Deed(kind, actors, accounts, from, nanos, outcome, true, how, tried, count);
        }

        Deed tried(String... its) {
            return new Deed(kind, actors, accounts, from, nanos, outcome, isMinor, how, Set.of(its), count);
        }

        Deed by(List<String> addresses) {
            return new Deed(kind, new Actors(addresses, addresses.size(), false, List.of()), accounts, from, nanos,
                    outcome, isMinor, how, tried, count);
        }

        Deed forged(int sources) {
            return new Deed(kind, new Actors(List.of(), sources, true, List.of("SIPp")), accounts, from, nanos, outcome,
                    isMinor, how, tried, count);
        }

        Finding finding() {
            return new Finding(FindingId.of("rules", toString()),
                    new Origin("rules", new ModelIdentity("rules", "rules", "", "", 0, 1)),
                    kind.severity(outcome, isMinor),
                    new Statement(kind.word(), english("title"), english("text"), outcome, List.of()),
                    new Grounds(List.of(new Measurement(english("n"), count, 1, Measurement.Side.ABOVE)), true,
                            Sentence.none()),
                    Evidence.ofMessages(new int[0], List.of()), new Subject(Subject.Kind.SOURCE, ""),
                    () -> Rationale.NONE,
                    Optional.of(new Observation(kind, actors, List.of(PROXY), accounts, isMinor, 0.8, from,
                            from + nanos, List.of(Clause.of(english("did " + kind.word()))), english("done"),
                            Sentence.none(), List.of(), List.of(), List.of(), new JoinHints(how, tried, count))));
        }
    }

    private static List<Incident> incidents(Deed... deeds) {
        return Incidents.of(index, List.of(deeds).stream().map(Deed::finding).toList());
    }

    @Test
    void anAccountIsTakenOverBeforeItIsUsedForFraud() {
        Incident incident = incidents(Deed.of(TOLL_FRAUD, ONE, 0).accounts("1007").outcome(Outcome.SUCCEEDED),
                Deed.of(ACCOUNT_TAKEOVER, ONE, MINUTE / 20).accounts("1007").outcome(Outcome.SUCCEEDED)).getFirst();
        assertEquals(List.of(ACCOUNT_TAKEOVER, TOLL_FRAUD), incident.stages().stream().map(Stage::kind).toList());
    }

    @Test
    void whatOneActorDoesToGetAtAnAccountIsOneIncident() {
        List<Incident> found = incidents(
                Deed.of(PASSWORD_GUESSING, ONE, 40 * MINUTE).accounts("1007").outcome(Outcome.SUCCEEDED),
                Deed.of(HOST_SCAN, ONE, 0).outcome(Outcome.PARTIAL), Deed.of(EXTENSION_ENUMERATION, ONE, 10 * MINUTE));
        assertEquals(1, found.size());
        Incident incident = found.getFirst();
        assertEquals(List.of(HOST_SCAN, EXTENSION_ENUMERATION, PASSWORD_GUESSING),
                incident.stages().stream().map(Stage::kind).toList());
        assertEquals(PASSWORD_GUESSING, incident.kind());
        assertEquals(Severity.HIGH, incident.severity());
        assertEquals("Password of 1007 guessed", incident.title().text());
        assertEquals(
                List.of("Between 11:10:00 and 11:51:00, 203.0.113.66 did host_scan,"
                        + " did extension_enumeration, and did password_guessing.",
                        "From the first probe, 41 min passed to the loss of the account."),
                incident.story().stream().map(StorySentence::whole).map(Sentence::text).toList());
    }

    @Test
    void whoUsesAGuessedAccountIsAnActorOfTheSameIncident() {
        List<Incident> found = incidents(Deed.of(PASSWORD_GUESSING, ONE, 0).accounts("1007").outcome(Outcome.SUCCEEDED),
                Deed.of(TOLL_FRAUD, OTHER, 20 * HOUR).accounts("1007").outcome(Outcome.SUCCEEDED));
        assertEquals(1, found.size());
        assertEquals(List.of(ONE, OTHER), found.getFirst().actors().addresses());
        assertEquals(Severity.CRITICAL, found.getFirst().severity());
        assertEquals("Toll fraud through account 1007", found.getFirst().title().text());
    }

    @Test
    void anAccountThatWasUsedBeforeItWasGuessedIsAnotherIncident() {
        assertEquals(2, incidents(Deed.of(TOLL_FRAUD, OTHER, 0).accounts("1007"),
                Deed.of(PASSWORD_GUESSING, ONE, HOUR).accounts("1007").outcome(Outcome.SUCCEEDED)).size());
    }

    /// Somebody else guesses at an account that a thief uses already: linked, not joined.
    @Test
    void guessingAfterTheUseOfAnAccountIsAnotherIncidentThatNamesTheFirst() {
        List<Incident> found = incidents(Deed.of(PASSWORD_GUESSING, ONE, 0).accounts("1007").outcome(Outcome.SUCCEEDED),
                Deed.of(ACCOUNT_TAKEOVER, ONE, 2 * MINUTE).accounts("1007").outcome(Outcome.SUCCEEDED),
                Deed.of(PASSWORD_GUESSING, OTHER, 3 * HOUR).accounts("1007"));
        assertEquals(2, found.size());
        assertTrue(found.getLast().whole().text().endsWith("Account 1007 had been used before that, in incident 1."));
        assertEquals(1,
                incidents(Deed.of(PASSWORD_GUESSING, ONE, 0).accounts("1007").outcome(Outcome.SUCCEEDED),
                        Deed.of(PASSWORD_GUESSING, OTHER, MINUTE).accounts("1007"),
                        Deed.of(ACCOUNT_TAKEOVER, ONE, 2 * MINUTE).accounts("1007").outcome(Outcome.SUCCEEDED)).size());
    }

    @Test
    void aFloodOrSpitByTheSameActorIsAnotherIncident() {
        List<Incident> found = incidents(Deed.of(HOST_SCAN, ONE, 0), Deed.of(INVITE_FLOOD, ONE, 5 * MINUTE),
                Deed.of(SPIT, ONE, 10 * MINUTE));
        assertEquals(List.of(HOST_SCAN, INVITE_FLOOD, SPIT), found.stream().map(Incident::kind).toList());
    }

    @Test
    void aPauseOfMoreThanAnHourBeginsAnotherOneUnlessTheAccountIsTheSame() {
        assertEquals(2, incidents(Deed.of(HOST_SCAN, ONE, 0), Deed.of(HOST_SCAN, ONE, 2 * HOUR)).size());
        assertEquals(1, incidents(Deed.of(PASSWORD_GUESSING, ONE, 0).accounts("1007"),
                Deed.of(ACCOUNT_TAKEOVER, ONE, 5 * HOUR).accounts("1007")).size());
    }

    @Test
    void actorsThatHaveNothingInCommonAreDifferentIncidents() {
        assertEquals(2, incidents(Deed.of(PASSWORD_GUESSING, ONE, 0).accounts("1003"),
                Deed.of(PASSWORD_GUESSING, OTHER, 0).accounts("1005")).size());
    }

    @Test
    void hostsThatTryDifferentUsersByOneMeansAtOneTimeAreOne() {
        assertEquals(1, incidents(Deed.of(EXTENSION_ENUMERATION, ONE, 0).tried("1", "2", "3"),
                Deed.of(EXTENSION_ENUMERATION, OTHER, 1).tried("4", "5", "6")).size());
        assertEquals(2, incidents(Deed.of(EXTENSION_ENUMERATION, ONE, 0).tried("1", "2", "3"),
                Deed.of(EXTENSION_ENUMERATION, OTHER, 1).tried("1", "2", "3")).size());
    }

    @Test
    void guessersOfOneAccountAreOneUnlessItIsAWrongPasswordThatAPhoneRepeats() {
        Deed one = Deed.of(PASSWORD_GUESSING, ONE, 0).accounts("1007");
        Deed other = Deed.of(PASSWORD_GUESSING, OTHER, 3 * HOUR).accounts("1007");
        assertEquals(1, incidents(one, other).size());
        assertEquals(2, incidents(one, other.minor()).size());
    }

    @Test
    void aForgedFloodNamesItsVictimAndNobodyElse() {
        List<Incident> found = incidents(Deed.of(INVITE_FLOOD, ONE, 0).forged(60).outcome(Outcome.SUCCEEDED),
                Deed.of(INVITE_FLOOD, ONE, MINUTE + 30).forged(67));
        assertEquals(1, found.size());
        Incident flood = found.getFirst();
        assertEquals(List.of(), flood.actors().addresses());
        assertTrue(flood.actors().areForged());
        assertEquals(67, flood.actors().sources());
        assertEquals(List.of(PROXY), flood.victims());
        assertEquals("INVITE flood against 192.0.2.1 with forged addresses", flood.title().text());
        assertTrue(flood.advice()
                .getFirst()
                .sentence()
                .text()
                .startsWith("Limit the total rate of unauthenticated INVITEs"), flood.advice().toString());
    }

    @Test
    void theOrderOfFindingsDoesNotMatter() {
        List<Finding> findings = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            IncidentKind kind = IncidentKind.values()[random.nextInt(3, 23)];
            findings.add(Deed.of(kind, "203.0.113." + random.nextInt(30), random.nextInt(600) * MINUTE)
                    .accounts("10" + random.nextInt(40))
                    .finding());
        }
        List<Incident> sorted = Incidents.of(index, findings);
        Collections.shuffle(findings, random);
        List<Incident> shuffled = Incidents.of(index, findings);
        assertEquals(ids(sorted), ids(shuffled));
        assertEquals(stories(sorted), stories(shuffled));
        assertEquals(IntStream.rangeClosed(1, sorted.size()).boxed().toList(),
                sorted.stream().map(Incident::number).toList());
    }

    /// Enumerations of the same users at one server by as many hosts: each nearly is a part of one
    /// that they share.
    @Test
    void nearlyJoinedFindingsAreComparedWithALimitedNumberOfOthers() {
        for (int findings : new int[]{1_000, 4_000}) {
            Joining joining = new Joining(IntStream.range(0, findings)
                    .mapToObj(i -> Deed.of(EXTENSION_ENUMERATION, host(i), i).tried("1", "2", "3").finding())
                    .toList());
            assertEquals(findings, joining.joined().size());
            assertTrue(joining.comparisons() <= (long) Joining.MOST_COMPARED * findings,
                    "compared " + joining.comparisons());
        }
    }

    /// Each pass joins one more: the last flood has so many sources that the one before it belongs
    /// to it, then the one before that.
    @Test
    void floodsThatAreJoinedOneAfterTheOtherTakeALimitedNumberOfPasses() {
        int floods = 400;
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < floods; i++) {
            findings.add(Deed.of(INVITE_FLOOD, host(i), i * 110_000_000_000L).finding());
        }
        findings.add(Deed.of(INVITE_FLOOD, ONE, floods * 110_000_000_000L)
                .by(IntStream.range(0, 9).mapToObj(i -> "192.0.2." + i).toList())
                .finding());
        Joining joining = new Joining(findings);
        joining.joined();
        assertTrue(joining.comparisons() <= (long) Joining.MOST_PASSES * Joining.MOST_COMPARED * findings.size(),
                "compared " + joining.comparisons());
    }

    @Test
    void findingsThatHaveOnlyTheVictimInCommonAreNotCompared() {
        Joining joining =
                new Joining(IntStream.range(0, 50).mapToObj(i -> Deed.of(SPIT, host(i), i).finding()).toList());
        assertEquals(50, joining.joined().size());
        assertEquals(0, joining.comparisons());
    }

    /// Each of them may be a phone that repeats an old password.
    @Test
    void doubtsThatFindingsShareDoNotVanishByTheirNumber() {
        Deed one = Deed.of(HOST_SCAN, ONE, 0);
        Deed other = Deed.of(HOST_SCAN, ONE, 2 * MINUTE);
        assertEquals(0.96, incidents(one, other).getFirst().confidence().kind());
        assertEquals(0.8, incidents(one.minor(), other.minor()).getFirst().confidence().kind());
        assertEquals(0.96, incidents(one, other.minor()).getFirst().confidence().kind());
    }

    private static String host(int number) {
        return "198.18.%d.%d".formatted(number >> 8, number & 0xff);
    }

    private static List<String> ids(List<Incident> incidents) {
        return incidents.stream().map(Incident::id).toList();
    }

    private static List<List<StorySentence>> stories(List<Incident> incidents) {
        return incidents.stream().map(Incident::story).toList();
    }
}
