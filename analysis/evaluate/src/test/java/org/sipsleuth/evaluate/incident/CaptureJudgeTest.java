package org.sipsleuth.evaluate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.evaluation.AttackScore;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.IndexTruth;

/// Claims that are right or wrong on purpose, against a simulated capture.
final class CaptureJudgeTest {

    @TempDir private Path folder;

    /// A simulated capture with its truth.
    private record Case(SipIndex index, IndexTruth truth) {

        CaptureJudge judge() {
            return new CaptureJudge(index, "x.pcap", Optional.of(truth));
        }

        AttackFacts attack() {
            return truth.attacks().getFirst();
        }

        Evidence messages(IntPredicate which) {
            return Evidence.ofMessages(IntStream.range(0, index.messages().size()).filter(which).toArray(), List.of());
        }

        Evidence ofAttack() {
            return messages(i -> truth.ofMessage(i).orElseThrow().trafficClass() != TrafficClass.NORMAL);
        }

        Evidence normal() {
            return messages(i -> truth.ofMessage(i).orElseThrow().trafficClass() == TrafficClass.NORMAL);
        }

        Claim claim(IncidentKind kind, Outcome outcome, Severity severity, List<String> actors) {
            return claim(kind, outcome, severity, actors, ofAttack());
        }

        Claim claim(IncidentKind kind, Outcome outcome, Severity severity, List<String> actors, Evidence evidence) {
            return new Claim("claim", Set.of(kind), outcome,
                    List.of(new Claim.Part(Set.of(kind), outcome, attack().requestFromNanos() + 1_500_000_000L,
                            evidence)),
                    actors, List.of("10.0.0.1", "10.10.0.1"), severity, Confidence.of(0.9), evidence);
        }

        AttackScore score(Claim... claims) {
            return judge().judge(List.of(claims)).attacks().getFirst();
        }
    }

    private Case simulated(String scenario, Map<String, String> given) throws IOException, SettingException {
        Scenario its = Scenarios.named(scenario).orElseThrow();
        Path capture = Simulation
                .run(its, 3, Settings.of(Simulation.settings(its), given), folder.resolve("x.pcap"), RunMonitor.NONE)
                .capture();
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        return new Case(index, IndexTruth.read(index, RunMonitor.NONE));
    }

    private Case enumeration() throws IOException, SettingException {
        return simulated("scan", Map.of("users", "6", "minutes", "4", "attack-after", "1", "scan-method", "REGISTER",
                "scan-first", "1995", "scan-extensions", "30"));
    }

    @Test
    void claimThatIsRightInEverythingIsRight() throws IOException, SettingException {
        Case scan = enumeration();
        AttackScore score = scan.score(scan.claim(IncidentKind.EXTENSION_ENUMERATION, Outcome.PARTIAL, Severity.MEDIUM,
                scan.attack().actors()));
        assertTrue(score.isRight(), score::toString);
        assertTrue(score.hasOutcome());
        assertEquals(1.5, score.delaySeconds().orElseThrow(), 1e-6);
    }

    /// Behind a gateway the spam callers are the actors, and it is wrong to accuse the gateway.
    @Test
    void usersBehindAGatewayAreTheActors() throws Exception {
        Case spit = simulated("social", Map.of("injections", "table-6", "calls", "1500", "members", "100"));
        assertEquals(20, spit.attack().actors().size());
        RuleMethod rules = new RuleMethod();
        Detection detection = rules.detector(rules.shipped()).detect(spit.index(), RunMonitor.NONE);
        List<Claim> claims =
                Investigation.of(spit.index(), List.of(detection)).incidents().stream().map(Claim::of).toList();
        AttackScore found = spit.score(claims.toArray(Claim[]::new));
        assertTrue(found.isRight() && found.hasOutcome(), found::toString);
        AttackScore accused =
                spit.score(spit.claim(IncidentKind.SPIT, Outcome.SUCCEEDED, Severity.MEDIUM, List.of("10.0.0.2")));
        assertFalse(accused.hasActors(), accused::toString);
    }

    @Test
    void everythingThatIsWrongIsSeen() throws IOException, SettingException {
        Case scan = enumeration();
        AttackScore score = scan.score(
                scan.claim(IncidentKind.SPIT, Outcome.ATTEMPTED, Severity.LOW, List.of("203.0.113.1", "10.0.0.25")));
        assertEquals(1, score.incidents());
        assertFalse(score.hasKind());
        assertFalse(score.hasActors(), "a phone is accused as well");
        assertTrue(score.hasVictims());
        assertFalse(score.hasOutcome());
        assertFalse(score.hasSeverity(), "hosts revealed: medium");
        assertFalse(score.isRight());
    }

    @Test
    void kindActorsAndOutcomeAreJudgedApart() throws IOException, SettingException {
        Case scan = enumeration();
        List<String> actors = scan.attack().actors();
        IncidentKind kind = IncidentKind.EXTENSION_ENUMERATION;
        List<Claim> claims = List.of(scan.claim(kind, Outcome.ATTEMPTED, Severity.LOW, actors),
                scan.claim(IncidentKind.SPIT, Outcome.PARTIAL, Severity.LOW, actors),
                scan.claim(kind, Outcome.PARTIAL, Severity.LOW, List.of("10.0.0.25")));
        List<CaptureScore.JudgedClaim> judged = scan.judge().judge(claims).claims();
        assertEquals(List.of(true, false, true), judged.stream().map(claim -> claim.kind().isRight()).toList());
        assertEquals(List.of(true, true, false), judged.stream().map(claim -> claim.actor().isRight()).toList());
        assertEquals(List.of(false, true, true),
                judged.stream().map(claim -> claim.outcome().orElseThrow().isRight()).toList());
    }

    /// Unknown is no claim, and right only where nothing came of the attack.
    @Test
    void unknownOutcomeIsNoClaim() throws IOException, SettingException {
        Case scan = enumeration();
        Claim claim = scan.claim(IncidentKind.EXTENSION_ENUMERATION, Outcome.NOT_DETERMINED, Severity.LOW,
                scan.attack().actors());
        assertFalse(scan.score(claim).hasOutcome(), "extensions were revealed");
        assertTrue(scan.judge().judge(List.of(claim)).claims().getFirst().outcome().isEmpty());
    }

    /// Nothing came of it, which a capture need not show; something did come of a scan.
    @Test
    void unknownIsRightWhereNothingCameOfIt() throws IOException, SettingException {
        Case guessing = simulated("password-cracking", Map.of("cracking-found", "no"));
        assertEquals(AttackOutcome.ATTEMPTED, guessing.attack().outcome().orElseThrow());
        Claim unseen = guessing.claim(IncidentKind.PASSWORD_GUESSING, Outcome.NOT_DETERMINED, Severity.LOW,
                guessing.attack().actors());
        assertTrue(guessing.score(unseen).isUndecided());
        assertTrue(guessing.score(unseen).hasOutcome());
    }

    @Test
    void nothingClaimedCoversNothing() throws IOException, SettingException {
        AttackScore score = enumeration().score();
        assertFalse(score.isCovered());
        assertFalse(score.hasActors());
        assertFalse(score.hasSeverity());
        assertTrue(score.delaySeconds().isEmpty());
    }

    @Test
    void twoClaimsForOneAttackAreCounted() throws IOException, SettingException {
        Case scan = enumeration();
        Claim claim = scan.claim(IncidentKind.EXTENSION_ENUMERATION, Outcome.PARTIAL, Severity.MEDIUM,
                scan.attack().actors());
        assertEquals(2, scan.score(claim, claim).incidents());
        assertFalse(scan.score(claim, claim).isRight());
    }

    /// Time alone proves nothing: the claim is as long as the capture.
    @Test
    void claimOfNormalMessagesIsFalse() throws IOException, SettingException {
        Case scan = enumeration();
        CaptureScore score = scan.judge()
                .judge(List.of(scan.claim(IncidentKind.EXTENSION_ENUMERATION, Outcome.PARTIAL, Severity.MEDIUM,
                        List.of("10.0.0.21"), scan.normal())));
        assertFalse(score.attacks().getFirst().isCovered());
        assertEquals(1, score.falseIncidents().size());
        assertEquals(List.of("10.0.0.21"), score.falseIncidents().getFirst().actors());
        assertTrue(score.claims().getFirst().isFalse());
        assertTrue(score.seconds() > 100, score::toString);
    }

    @Test
    void forgedFloodMayAccuseNobody() throws IOException, SettingException {
        Case flood =
                simulated("invite-flood", Map.of("episodes", "1", "pattern", "b", "rate", "L", "episode-seconds", "8"));
        Claim right = flood.claim(IncidentKind.INVITE_FLOOD, Outcome.ATTEMPTED, Severity.LOW, List.of());
        assertTrue(flood.score(right).isRight(), () -> flood.score(right).toString());
        Claim wrong = flood.claim(IncidentKind.INVITE_FLOOD, Outcome.ATTEMPTED, Severity.LOW, List.of("10.10.0.11"));
        assertFalse(flood.score(wrong).hasActors());
    }

    @Test
    void withoutGroundTruthEveryClaimIsFalse() throws IOException, SettingException {
        Case scan = enumeration();
        CaptureScore score = new CaptureJudge(scan.index(), "x.pcap", Optional.empty()).judge(
                List.of(scan.claim(IncidentKind.EXTENSION_ENUMERATION, Outcome.PARTIAL, Severity.MEDIUM, List.of())));
        assertTrue(score.isClean());
        assertTrue(score.hasAbove(Severity.LOW));
        assertEquals(1, score.falseIncidents().size());
    }

    /// Captures of different years were merged into one.
    @Test
    void longSilenceCountsAsAnHour() {
        long year = 365L * 24 * 3_600 * 1_000_000_000L;
        assertEquals(3_600 + 20, CaptureJudge.observedSeconds(0, 20_000_000_000L, year, year), 1e-6);
        assertEquals(0, CaptureJudge.observedSeconds(), 0);
    }

    @Test
    void everyKindOfTheTruthIsAKindOfIncidents() {
        for (AttackKind kind : AttackKind.values()) {
            assertEquals(kind.text(), IncidentKind.valueOf(kind.name()).word());
        }
    }
}
