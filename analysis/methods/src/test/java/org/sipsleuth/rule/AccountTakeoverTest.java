package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Severity;

class AccountTakeoverTest {

    private static final SessionRule[] RULES = {new PasswordGuessing(), new AccountTakeover()};

    private static PhoneScene guessed() {
        return new PhoneScene()
                .registers(PHONE, "1007")
                .tries(STRANGER, "1007", 0.1, statuses(22, 401, 200));
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
        assertEquals(Outcome.PARTIAL, finding.statement().outcome());
        assertEquals(Severity.HIGH, finding.severity());
    }

    @Test
    void usedFromElsewhereItHasSucceeded() {
        PhoneScene scene = guessed().after(60).calls(ELSEWHERE, "1007", "1002", 20);
        Finding finding = takeover(scene);
        assertEquals("used account 1007 for 1 request", PhoneScene.sentence(finding));
        assertEquals(Severity.CRITICAL, finding.severity());
        assertEquals(
                List.of(ELSEWHERE), PhoneScene.observation(finding).actors().addresses());
    }

    @Test
    void theOwnersPhoneDoesNotTakeItOver() {
        PhoneScene scene = guessed().after(60).calls(PHONE, "1007", "1002", 20);
        assertEquals(
                List.of(STRANGER), PhoneScene.observation(takeover(scene)).actors().addresses());
    }

    @Test
    void neitherDoesAnotherAddressOfTheOwnersNetwork() {
        PhoneScene scene = guessed().after(60).calls("198.51.100.99", "1007", "1002", 20);
        assertEquals(
                List.of(STRANGER), PhoneScene.observation(takeover(scene)).actors().addresses());
    }

    @Test
    void withoutAGuessedPasswordThereIsNone() {
        PhoneScene scene =
                new PhoneScene()
                        .registers(PHONE, "1007")
                        .tries(STRANGER, "1007", 0.1, statuses(22, 401))
                        .calls(ELSEWHERE, "1007", "1002", 20);
        assertEquals(1, scene.found(RULES).size());
    }
}
