package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

class AccountTakeoverTest {

    private static final SessionRule[] RULES = {new PasswordGuessing(), new AccountTakeover()};

    private static PhoneScene guessed() {
        return new PhoneScene().registers(PHONE, "1007").tries(STRANGER, "1007", 0.1, statuses(22, 401, 200));
    }

    private static Finding takeover(PhoneScene scene) {
        List<Finding> findings = scene.found(RULES);
        assertEquals(2, findings.size(), () -> PhoneScene.sentences(findings).toString());
        return findings.getLast();
    }

    @Test
    void anAccountRegisteredByItsGuesserIsTakenOver() {
        Finding finding = takeover(guessed());
        assertEquals("registered account 1007", PhoneScene.sentence(finding));
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.HIGH, finding.severity());
    }

    @Test
    void guessingAndUseCountTheSameWrongPasswords() {
        List<Finding> findings = guessed().found(RULES);
        Measurement wrong = findings.getFirst().grounds().decisive();
        assertEquals("refused attempts", wrong.statistic().text());
        assertEquals(22, wrong.value());
        assertEquals(8, wrong.threshold());
        assertEquals(wrong, findings.getLast().grounds().decisive());
        assertEquals("The owner set the right password at last. Against it: 23 tries from one source, one every 0.1 s.",
                PhoneScene.observation(findings.getFirst()).alternatives().getFirst().text());
    }

    @Test
    void usedFromElsewhereItHasSucceeded() {
        PhoneScene scene = guessed().after(60).calls(ELSEWHERE, "1007", "1002", 20);
        Finding finding = takeover(scene);
        assertEquals("used account 1007 for 1 request", PhoneScene.sentence(finding));
        assertEquals(Severity.CRITICAL, finding.severity());
        assertEquals(List.of(ELSEWHERE), PhoneScene.observation(finding).actors().addresses());
    }

    @Test
    void itsSpanAndEvidenceAreThoseOfItsActors() {
        PhoneScene scene = guessed().after(60).registers(ELSEWHERE, "1007").calls(ELSEWHERE, "1007", "1002", 20);
        SipIndex index = scene.index();
        List<Finding> findings = PhoneScene.found(index, Map.of(), RateTable.NONE, RULES);
        Observation guessing = PhoneScene.observation(findings.getFirst());
        Observation takeover = PhoneScene.observation(findings.getLast());
        assertEquals(List.of(ELSEWHERE), takeover.actors().addresses());
        assertTrue(takeover.fromNanos() > guessing.toNanos() + 50_000_000_000L);
        assertTrue(findings.getLast().evidence().fromNanos(index) > findings.getFirst().evidence().toNanos(index));
    }

    @Test
    void onlyItsFirstRegistrationIsAKeyMessage() {
        PhoneScene scene = guessed();
        for (int i = 0; i < 3; i++) {
            scene.after(60).registers(ELSEWHERE, "1007");
        }
        scene.calls(ELSEWHERE, "1007", "1002", 20);
        assertEquals(List.of("1007 registered by the attacker", "First use of the account"),
                PhoneScene.observation(takeover(scene))
                        .keys()
                        .stream()
                        .map(KeyMessage::shows)
                        .map(Sentence::text)
                        .toList());
    }

    @Test
    void theOwnersPhoneDoesNotTakeItOver() {
        PhoneScene scene = guessed().after(60).calls(PHONE, "1007", "1002", 20);
        assertEquals(List.of(STRANGER), PhoneScene.observation(takeover(scene)).actors().addresses());
    }

    @Test
    void neitherDoesAnotherAddressOfTheOwnersNetwork() {
        PhoneScene scene = guessed().after(60).calls("198.51.100.99", "1007", "1002", 20);
        assertEquals(List.of(STRANGER), PhoneScene.observation(takeover(scene)).actors().addresses());
    }

    @Test
    void withoutAGuessedPasswordThereIsNone() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007")
                .tries(STRANGER, "1007", 0.1, statuses(22, 401))
                .calls(ELSEWHERE, "1007", "1002", 20);
        assertEquals(1, scene.found(RULES).size());
    }
}
