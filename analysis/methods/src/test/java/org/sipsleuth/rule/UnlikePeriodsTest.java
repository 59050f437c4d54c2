package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageNeed;
import org.sipsleuth.triage.TriageQueue;

/// What the bundled model finds of sources that are unlike normal ones.
class UnlikePeriodsTest {

    private static List<Finding> findings(PhoneScene scene) throws Exception {
        BeliefMethod method = new BeliefMethod();
        return method.detector(method.shipped()).detect(scene.index(), RunMonitor.NONE).findings();
    }

    /// Three phones that register.
    private static PhoneScene office() {
        PhoneScene scene = new PhoneScene();
        for (int i = 0; i < 12; i++) {
            scene.registers("198.51.100." + (21 + i % 3), "20" + i % 3).after(200);
        }
        return scene;
    }

    /// So many slow refused logins that no class of attack is believed.
    private static PhoneScene slow() {
        int[] refused = statuses(13, 401);
        return office().registers(PHONE, "1001")
                .after(600)
                .tries(PHONE, "1001", 20, refused)
                .tries(PHONE, "1001", 20, refused);
    }

    @Test
    void aSourceOfNoClassIsFoundByWhatIsUnlikeNormal() throws Exception {
        List<Finding> findings = findings(slow());
        assertEquals(1, findings.size(), findings::toString);
        Finding unlike = findings.getFirst();
        assertEquals("unlike_normal", unlike.statement().kind());
        assertEquals(Severity.INFO, unlike.severity());
        assertTrue(unlike.statement().title().text().matches("Unlike normal in \\d of 31 values: " + PHONE),
                unlike.statement().title().text());
        String why = unlike.statement().explanation().text();
        assertTrue(why.contains("failed logins 26 (usually 0)"), why);
        assertEquals(new Subject(Subject.Kind.SOURCE, PHONE), unlike.subject());
    }

    @Test
    void amongSourcesOfAnotherWorldNothingIsReported() throws Exception {
        int[] refused = statuses(13, 401);
        PhoneScene alone = new PhoneScene().registers(PHONE, "1001").after(600).tries(PHONE, "1001", 20, refused);
        alone.tries(PHONE, "1001", 20, refused);
        BeliefMethod method = new BeliefMethod();
        Detection found = method.detector(method.shipped()).detect(alone.index(), RunMonitor.NONE);
        assertEquals(List.of(), found.findings());
        assertTrue(found.notJudged()
                .getFirst()
                .sentence()
                .text()
                .startsWith(
                        "1 of 1 source is unlike the normal traffic that the belief model was trained with: it does not fit"),
                found.notJudged()::toString);
    }

    @Test
    void valueThresholdSampleAndMessagesAreStated() throws Exception {
        PhoneScene scene = slow();
        Finding unlike = findings(scene).getFirst();
        List<Measurement> measures = unlike.grounds().measures();
        assertEquals(2, measures.size());
        assertTrue(measures.stream().allMatch(Measurement::isAnomalous), measures::toString);
        assertEquals(0.005, measures.getLast().threshold());
        assertTrue(unlike.grounds().isGrounded());
        assertEquals(4 + 2 * (2 + 2 * 13), unlike.evidence().messages(scene.index()).length);
        Rationale.Line logins = unlike.rationale()
                .get()
                .sections()
                .getFirst()
                .lines()
                .stream()
                .filter(each -> each.name().text().equals("failed logins"))
                .findFirst()
                .orElseThrow();
        assertEquals(26, logins.evidence().orElseThrow().messages(scene.index()).length,
                "a message for each refused login");
        assertTrue(unlike.statement().title().in(Locale.GERMAN).startsWith("Ungewöhnlich in "));
    }

    @Test
    void besideAnAttackOfTheSourceItIsALineAndNoSecondFinding() throws Exception {
        PhoneScene scene =
                new PhoneScene().registers(PHONE, "1001").after(600).tries(STRANGER, "1001", 0.5, statuses(40, 401));
        List<Finding> findings = findings(scene);
        assertEquals(List.of("password_cracking"), findings.stream().map(each -> each.statement().kind()).toList());
        String why = findings.getFirst().statement().explanation().text();
        assertTrue(why.contains("It is also unlike normal traffic, whatever the class: "), why);
        assertTrue(findings.getFirst()
                .rationale()
                .get()
                .sections()
                .stream()
                .anyMatch(each -> each.title().text().equals("Values unlike normal")));
    }

    @Test
    void itsSourceIsARowOfTriageUnlessAnIncidentHasIt() throws Exception {
        PhoneScene scene = slow();
        List<Finding> findings = findings(scene);
        List<TriageItem> rows = rows(scene, findings, List.of());
        TriageItem last = rows.getLast();
        assertEquals("period " + PHONE, last.cause().text());
        assertEquals("Unlike normal: " + PHONE, last.title().text());
        assertEquals(TriageNeed.RARE, last.need());
        assertEquals(findings, last.reason().findings());
        assertTrue(last.reason().text().text().contains("failed logins 26 (usually 0)"), last.reason().text().text());
        RuleMethod rules = new RuleMethod();
        List<Finding> all =
                new ArrayList<>(rules.detector(rules.shipped()).detect(scene.index(), RunMonitor.NONE).findings());
        all.addAll(findings);
        List<Incident> incidents = Incidents.of(scene.index(), all);
        assertTrue(incidents.getFirst().findings().containsAll(findings), "the rules explain the refused logins");
        assertTrue(rows(scene, all, incidents).stream().noneMatch(each -> each.cause().text().startsWith("period")));
    }

    private static List<TriageItem> rows(PhoneScene scene, List<Finding> findings, List<Incident> incidents)
            throws Exception {
        SequenceMethod method = new SequenceMethod();
        SequenceDetection detection =
                (SequenceDetection) method.detector(method.shipped()).detect(scene.index(), RunMonitor.NONE);
        return TriageQueue
                .of(detection, _ -> true, Investigation.of(detection.index(), List.of()).with(findings, incidents),
                        RunMonitor.NONE)
                .items();
    }

    /// Between them the phone registers as always.
    @Test
    void periodsOfOneSourceAreOneFinding() throws Exception {
        PhoneScene scene = slow();
        for (int i = 0; i < 30; i++) {
            scene.after(1_800).registers(PHONE, "1001");
        }
        int[] refused = statuses(13, 401);
        scene.after(1_800).tries(PHONE, "1001", 20, refused).tries(PHONE, "1001", 20, refused);
        scene.tries(PHONE, "1001", 20, statuses(3, 401));
        List<Finding> findings = findings(scene);
        assertEquals(1, findings.size(), findings::toString);
        String why = findings.getFirst().statement().explanation().text();
        assertTrue(why.contains(" s form 3 periods unlike normal traffic"), why);
    }

    @Test
    void aPhoneThatRegistersIsLikeOthers() throws Exception {
        PhoneScene scene = new PhoneScene();
        for (int i = 0; i < 10; i++) {
            scene.registers(PHONE, "1001").after(600);
        }
        assertEquals(List.of(), findings(scene));
    }
}
