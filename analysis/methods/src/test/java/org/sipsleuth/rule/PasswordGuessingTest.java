package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.OTHER_PHONE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.SERVER;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

class PasswordGuessingTest {

    private static final SessionRule GUESSING = new PasswordGuessing();

    @Test
    void anAcceptedPasswordAfterManyRefusedOnesWasGuessed() {
        PhoneScene scene =
                new PhoneScene().registers(PHONE, "1007").tries(STRANGER, "1007", 0.1, statuses(22, 401, 200));
        Finding finding = scene.only(GUESSING);
        Observation observation = PhoneScene.observation(finding);
        assertEquals("guessed the password of 1007 at the 23rd attempt", PhoneScene.sentence(finding));
        assertEquals(IncidentKind.PASSWORD_GUESSING, observation.kind());
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.HIGH, finding.severity());
        assertEquals(List.of(STRANGER), observation.actors().addresses());
        assertEquals(List.of(SERVER), observation.victims());
        assertEquals(List.of("1007"), observation.accounts());
        assertEquals("Password of 1007 accepted", observation.keys().getLast().shows().text());
    }

    /// The last wrong password is no old nonce: it is refused within a second of others.
    @Test
    void theNinthPasswordIsGuessedThoughTheEighthIsFollowedByTheRightAnswer() {
        for (String agent : List.of("Phone", "friendly-scanner")) {
            PhoneScene scene = new PhoneScene().registers(PHONE, "1001").userAgent(agent);
            Finding finding = scene.tries(STRANGER, "1007", 0.01, statuses(8, 401, 200)).only(GUESSING);
            assertEquals(Severity.HIGH, finding.severity(), agent);
            assertEquals("guessed the password of 1007 at the 9th attempt", PhoneScene.sentence(finding));
        }
    }

    /// An attack tool needs no eight attempts to be one.
    @Test
    void aFewAttemptsOfAToolAreGuessing() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001").userAgent("friendly-scanner");
        assertEquals(Severity.LOW, scene.tries(STRANGER, "1007", 0.01, statuses(5, 401)).only(GUESSING).severity());
        PhoneScene right = new PhoneScene().registers(PHONE, "1001").userAgent("friendly-scanner");
        assertEquals(Severity.HIGH,
                right.tries(STRANGER, "1007", 0.01, statuses(5, 401, 200)).only(GUESSING).severity());
        PhoneScene phone = new PhoneScene().registers(PHONE, "1001");
        assertEquals(List.of(), phone.tries(STRANGER, "1007", 0.01, statuses(5, 401, 200)).found(GUESSING));
    }

    /// What one of them registers at the end does not make it a phone of the place.
    @Test
    void aGuessedPasswordDoesNotHideThoseWhoGuessTogether() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001");
        for (int source = 1; source <= 3; source++) {
            scene.tries("203.0." + source + ".7", "1001", 3, statuses(4, 401)).after(5);
        }
        Finding without = scene.only(GUESSING);
        scene.tries("203.0.3.7", "1001", 3, 200);
        Finding with = scene.only(GUESSING);
        assertTrue(with.severity().compareTo(without.severity()) >= 0);
        assertEquals(Outcome.SUCCEEDED, with.statement().outcome());
    }

    /// Thirty users behind one address, two of them with an old password.
    @Test
    void usersBehindOneAddressAreJudgedEachAlone() {
        PhoneScene scene = shared();
        for (int round = 0; round < 2; round++) {
            scene.tries(PHONE, "1101", 0.1, statuses(3, 401)).after(4).tries(PHONE, "1102", 0.1, statuses(3, 401));
        }
        Finding finding = scene.only(GUESSING);
        assertEquals(Severity.LOW, finding.severity());
        assertEquals(
                "Wrong passwords are stored in phones behind an SBC or a NAT. For it: 8 other users work from the"
                        + " same address, and 2 users do not.",
                PhoneScene.observation(finding).alternatives().getFirst().text());
    }

    /// Somebody among them who tries as often as no phone does, or gets in without a pause, guesses.
    @Test
    void whoGuessesBehindOneAddressIsNotHiddenByTheOthers() {
        assertEquals(Severity.MEDIUM, shared().tries(PHONE, "1101", 0.1, statuses(40, 401)).only(GUESSING).severity());
        assertEquals(Severity.HIGH,
                shared().tries(PHONE, "1101", 0.1, statuses(20, 401))
                        .tries(PHONE, "1102", 0.1, statuses(9, 401, 200))
                        .only(GUESSING)
                        .severity());
    }

    private static PhoneScene shared() {
        PhoneScene scene = new PhoneScene();
        for (int user = 1001; user <= 1008; user++) {
            scene.registers(PHONE, Integer.toString(user)).after(1);
        }
        return scene;
    }

    /// One password for each of many accounts: the one that has it was never refused.
    @Test
    void anAccountThatHasThePasswordTriedForManyWasGuessed() {
        Finding finding = sprayed(1).only(GUESSING);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertTrue(PhoneScene.sentence(finding).endsWith("and guessed that of 1030"));
    }

    /// A telephone system that is let in with many of its accounts has some old passwords.
    @Test
    void manyAcceptedAmongTheRefusedWereNotGuessed() {
        assertEquals(Outcome.ATTEMPTED, sprayed(6).only(GUESSING).statement().outcome());
    }

    private static PhoneScene sprayed(int right) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        for (int i = 0; i < 12; i++) {
            scene.tries(STRANGER, "10" + (10 + i), 0.1, 401).after(1);
            if (i >= 12 - right) {
                scene.tries(STRANGER, "10" + (19 + i), 0.1, 200).after(1);
            }
        }
        return scene;
    }

    @Test
    void refusedPasswordsAreAnAttempt() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1003").tries(STRANGER, "1003", 0.1, statuses(20, 401));
        Finding finding = scene.only(GUESSING);
        assertEquals("made 20 attempts to authenticate as 1003, none of which was accepted",
                PhoneScene.sentence(finding));
        assertEquals(Severity.MEDIUM, finding.severity());
        assertEquals(List.of("Whether a password was guessed later: the capture ends during the attempts."),
                PhoneScene.observation(finding).notDetermined().stream().map(Sentence::text).toList());
    }

    @Test
    void severalAccountsOfOneSourceAreOneFinding() {
        PhoneScene scene = new PhoneScene();
        for (int user = 1001; user <= 1004; user++) {
            scene.tries(STRANGER, Integer.toString(user), 0.1,
                    user == 1003 ? statuses(10, 401, 200) : statuses(10, 401));
        }
        assertEquals("made 40 attempts to authenticate as 4 accounts and guessed that of 1003",
                PhoneScene.sentence(scene.only(GUESSING)));
    }

    @Test
    void aFewFastTriesAreLow() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1003").tries(STRANGER, "1003", 0.1, statuses(19, 401));
        assertEquals(Severity.LOW, scene.only(GUESSING).severity());
    }

    /// The password was right, only the nonce was old: RFC 7616 §3.3.
    @Test
    void staleNoncesAreNoWrongPasswords() {
        PhoneScene scene = new PhoneScene();
        for (int i = 0; i < 20; i++) {
            scene.tries(PHONE, "1001", 0.1, "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", stale=true\r\n", 401,
                    200);
        }
        assertEquals(List.of(), scene.found(GUESSING));
    }

    @Test
    void neitherAreNoncesThatAreRenewedAtOnce() {
        PhoneScene scene = new PhoneScene();
        for (int i = 0; i < 20; i++) {
            scene.tries(PHONE, "1001", 0.1, 401, 200).after(60);
        }
        assertEquals(List.of(), scene.found(GUESSING));
    }

    @Test
    void whoKnowsThePasswordMayBeForbiddenToCall() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001");
        for (int i = 0; i < 20; i++) {
            scene.calls(PHONE, "1001", "1001", "0900" + i, 403, 0.1, -1).after(5);
        }
        scene.calls(PHONE, "1001", "1002", 5);
        assertEquals(List.of(), scene.found(GUESSING));
    }

    /// Calls of a registered phone that are challenged again and again.
    @Test
    void endlessChallengesAreNoGuessing() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001").registers(OTHER_PHONE, "1002");
        for (int i = 0; i < 20; i++) {
            scene.calls(PHONE, "1001", "1001", "1002", 407, 0.1, -1).after(2);
        }
        assertEquals(List.of(), scene.found(GUESSING));
        PhoneScene stranger = new PhoneScene().registers(PHONE, "1001");
        for (int i = 0; i < 20; i++) {
            stranger.calls(STRANGER, "1001", "1001", "1002", 407, 0.1, -1).after(2);
        }
        assertEquals(1, stranger.found(GUESSING).size());
    }

    @Test
    void aPasswordStoredInAPhoneIsLow() {
        PhoneScene scene =
                new PhoneScene().registers(PHONE, "1001").after(600).tries(PHONE, "1001", 60, statuses(100, 401));
        Finding finding = scene.only(GUESSING);
        assertEquals("sent credentials of 1001 that were refused 100 times", PhoneScene.sentence(finding));
        assertEquals("Wrong password from " + PHONE, finding.statement().title().text());
        assertEquals(Severity.LOW, finding.severity());
        assertTrue(PhoneScene.observation(finding).isMinor());
        assertEquals(
                List.of("A wrong password is stored in a phone. For it: the host registered the"
                        + " account before, and repeats it every 60 s."),
                PhoneScene.observation(finding).alternatives().stream().map(Sentence::text).toList());
    }

    /// The registrar accepts the phone at last, without a challenge: no password proves who it is.
    @Test
    void aSourceThatRegistersLaterIsNotSaidNeverToHaveRegistered() {
        PhoneScene never = new PhoneScene().tries(PHONE, "1001", 60, statuses(12, 401));
        assertEquals(
                "A wrong password is stored in a phone. For it: one source, one account, a try"
                        + " every 60 s. Against it: the source never registered the account.",
                PhoneScene.observation(never.only(GUESSING)).alternatives().getFirst().text());
        PhoneScene later = never.after(4000).registersUnchallenged(PHONE, "1001");
        assertEquals(
                "A wrong password is stored in a phone. For it: one source, one account, a try"
                        + " every 60 s. Against it: the source registered the account only later.",
                PhoneScene.observation(later.only(GUESSING)).alternatives().getFirst().text());
    }

    /// baresip answers each of some fifteen challenges with the password that it has, once a
    /// minute.
    @Test
    void aPhoneThatAnswersEveryChallengeWithItsOldPasswordIsLow() {
        Finding finding = bursts("198.51.100.70", 15).only(GUESSING);
        assertEquals(Severity.LOW, finding.severity());
        assertEquals(
                "A phone with an old password answers each challenge with it. For it: one source in"
                        + " the network of known hosts, one account that no other host registered,"
                        + " 3 bursts of tries with long pauses. Against it: 45 tries.",
                PhoneScene.observation(finding).alternatives().getFirst().text());
    }

    @Test
    void neitherStrangersNorLongBurstsNorAccountsOfOthersAreSuchAPhone() {
        assertEquals(Severity.MEDIUM, bursts(STRANGER, 15).only(GUESSING).severity());
        assertEquals(Severity.MEDIUM, bursts("198.51.100.70", 25).only(GUESSING).severity());
        PhoneScene owned = bursts("198.51.100.70", 15).registers("198.51.100.13", "1111");
        assertEquals(Severity.MEDIUM, owned.only(GUESSING).severity());
    }

    /// Tries of one account beside two phones, a minute between two bursts.
    private static PhoneScene bursts(String host, int tries) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001").registers(OTHER_PHONE, "1002");
        for (int burst = 0; burst < 3; burst++) {
            scene.tries(host, "1111", 0.02, statuses(tries, 401)).after(60);
        }
        return scene;
    }

    @Test
    void aKnownHostThatIsCorrectedGuessedNothing() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001").tries(PHONE, "1002", 30, statuses(9, 401, 200));
        Finding finding = scene.only(GUESSING);
        assertEquals("sent credentials of 1002 that were refused 9 times, until the right ones were set",
                PhoneScene.sentence(finding));
        assertEquals(Severity.LOW, finding.severity());
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
    }

    /// An account that nobody registers, guessed from among the phones: a program tries one
    /// password after the other and goes on with the right one, without the pause of somebody who
    /// corrects a setting.
    @Test
    void aHostOfThePlaceThatFindsThePasswordWithoutAPauseGuessedIt() {
        for (String host : List.of("198.51.100.70", PHONE)) {
            Finding finding = place().tries(host, "1111", 0.2, statuses(25, 401, 200)).only(GUESSING);
            assertEquals(Severity.HIGH, finding.severity(), host);
            assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        }
    }

    /// The phone is challenged in bursts, and somebody corrects its password in between.
    @Test
    void aHostOfThePlaceThatIsCorrectedInAPauseGuessedNothing() {
        PhoneScene scene = place();
        for (int burst = 0; burst < 2; burst++) {
            scene.tries("198.51.100.70", "1111", 0.2, statuses(9, 401)).after(30);
        }
        scene.tries("198.51.100.70", "1111", 0.2, statuses(9, 401)).after(30);
        Finding finding = scene.tries("198.51.100.70", "1111", 0.2, 200).only(GUESSING);
        assertEquals(Severity.LOW, finding.severity());
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
    }

    /// A client may answer as many challenges before its server takes the answer.
    @Test
    void fewChallengesBeforeAnAcceptedAnswerAreLowUnlessAToolSendsThem() {
        int[] few = statuses(12, 401, 200);
        String host = "198.51.100.70";
        assertEquals(Severity.LOW, place().tries(host, "1111", 0.2, few).only(GUESSING).severity());
        PhoneScene tool = place().userAgent("friendly-scanner");
        assertEquals(Severity.HIGH, tool.tries(host, "1111", 0.2, few).only(GUESSING).severity());
    }

    private static PhoneScene place() {
        return new PhoneScene().registers(PHONE, "1001").registers(OTHER_PHONE, "1002");
    }

    /// All lines of an adapter repeat their old passwords in rounds.
    @Test
    void anAdapterThatIsCorrectedGuessedNothing() {
        Finding finding = adapter("198.51.100.60", 12, 200, 200, 200, 200).only(GUESSING);
        assertEquals("sent credentials of 4 accounts that were refused 28 times, until the right ones were set",
                PhoneScene.sentence(finding));
        assertEquals(Severity.LOW, finding.severity());
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        Finding never = adapter("198.51.100.60", 12).only(GUESSING);
        assertEquals(Severity.LOW, never.severity());
        assertEquals(
                "A wrong password is stored in an adapter with 4 lines. For it: it tries its"
                        + " accounts in turn, none of which another host registered, each every 13 s.",
                PhoneScene.observation(never).alternatives().getFirst().text());
    }

    @Test
    void neitherStrangersNorFastRoundsNorAFewSuccessesAreSuchAnAdapter() {
        Finding few = adapter("198.51.100.60", 12, 200).only(GUESSING);
        assertEquals(Severity.HIGH, few.severity());
        Finding stranger = adapter(STRANGER, 12, 200, 200, 200, 200).only(GUESSING);
        assertEquals(Severity.HIGH, stranger.severity());
        Finding fast = adapter("198.51.100.60", 1, 200, 200, 200, 200).only(GUESSING);
        assertEquals(Severity.HIGH, fast.severity());
        PhoneScene owned = new PhoneScene().registers("198.51.100.13", "2001");
        Finding others = adapter(owned, "198.51.100.60", 12).only(GUESSING);
        assertEquals(Severity.MEDIUM, others.severity());
    }

    private static PhoneScene adapter(String host, double seconds, int... then) {
        return adapter(new PhoneScene(), host, seconds, then);
    }

    /// Seven rounds of refused tries of four accounts, then one with other statuses.
    private static PhoneScene adapter(PhoneScene scene, String host, double seconds, int... then) {
        scene.registers(PHONE, "1001").registers(OTHER_PHONE, "1002");
        for (int round = 0; round < 7; round++) {
            for (int line = 1; line <= 4; line++) {
                scene.tries(host, "200" + line, 0.3, 401);
            }
            scene.after(seconds);
        }
        for (int line = 0; line < then.length; line++) {
            scene.tries(host, "200" + (line + 1), 0.3, then[line]);
        }
        return scene;
    }

    @Test
    void manyPhonesThatAreRefusedAreOneMatter() {
        PhoneScene scene = new PhoneScene();
        for (int phone = 20; phone < 27; phone++) {
            scene.registers("198.51.100." + phone, "10" + phone);
        }
        for (int phone = 20; phone < 27; phone++) {
            scene.tries("198.51.100." + phone, "10" + phone, 60, statuses(10, 401));
        }
        Finding finding = scene.only(GUESSING);
        assertEquals(Severity.LOW, finding.severity());
        assertEquals(7, PhoneScene.observation(finding).actors().sources());
    }

    @Test
    void sourcesThatShareAnAccountAreOneAttack() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        for (int source = 1; source <= 6; source++) {
            scene.tries("203.0.113." + source, "1007", 0.1, statuses(4, 401));
        }
        Finding finding = scene.only(GUESSING);
        assertEquals("made 24 attempts to authenticate as 1007, none of which was accepted",
                PhoneScene.sentence(finding));
        assertEquals(6, PhoneScene.observation(finding).actors().addresses().size());
        assertEquals(Severity.MEDIUM, finding.severity());
    }

    @Test
    void oneTryOfEachOfManySourcesIsPooled() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        for (int source = 1; source <= 60; source++) {
            scene.tries("203.0.113." + source, "1007", 20, source == 40 ? 200 : 401);
        }
        Finding finding = scene.only(GUESSING);
        Observation observation = PhoneScene.observation(finding);
        assertEquals("guessed the password of 1007 at the 40th attempt", PhoneScene.sentence(finding));
        assertEquals(60, observation.actors().sources());
        assertEquals(List.of(), observation.actors().addresses()); // too many to be named
    }

    @Test
    void aFewStrangersWithAWrongPasswordEachAreNoAttack() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001").registers(OTHER_PHONE, "1002");
        for (int source = 1; source <= 4; source++) {
            scene.userAgent("Client " + source).tries("203.0.113." + source, "200" + source, 60, statuses(4, 401));
        }
        assertEquals(List.of(), scene.found(GUESSING));
    }

    /// svcrack writes what it tries into its tags.
    @Test
    void passwordsAreNeverShown() {
        PhoneScene scene = new PhoneScene().tag("hunter2secret").tries(STRANGER, "1007", 0.1, statuses(22, 401, 200));
        for (Finding finding : scene.found(GUESSING, new AccountTakeover())) {
            String all = finding.statement() + "\n" + finding.observation();
            assertFalse(all.contains("hunter2"), all);
        }
    }

    @Test
    void oneThatIsExplainedAsGuessingIsTakenFromOtherRules() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1003")
                .tries(STRANGER, "1003", 0.1, statuses(20, 401))
                .after(60)
                .tries(ELSEWHERE, "1003", 0.1, statuses(20, 401));
        assertEquals(1, scene.found(GUESSING, GUESSING).size());
    }

    @Test
    void aStrangerThatIsRefusedCallsGuesses() {
        PhoneScene scene = new PhoneScene().registers(OTHER_PHONE, "1002");
        scene.registers(PHONE, "1001").challenged(STRANGER, "1001", "1002", 40);
        assertEquals(1, scene.found(GUESSING).size());
    }

    /// A phone that did not register: the password is right, and a server challenges one of its
    /// calls again and again.
    @Test
    void whoHasThePasswordDoesNotGuessIt() {
        PhoneScene before = new PhoneScene().calls(PHONE, "1001", "1002", 5).after(10);
        before.challenged(PHONE, "1001", "1003", 12).after(10).calls(PHONE, "1001", "1002", 5);
        assertEquals(List.of(), before.found(GUESSING));
        PhoneScene later = new PhoneScene().challenged(PHONE, "1001", "1003", 12);
        assertEquals(1, later.calls(PHONE, "1001", "1002", 5).found(GUESSING).size());
    }

    /// Somebody guesses behind the address of an office, where another phone has an old password.
    @Test
    void behindASharedAddressEachUserIsJudged() {
        PhoneScene scene = new PhoneScene();
        for (int user = 0; user < 20; user++) {
            scene.registers(PHONE, Integer.toString(2000 + user)).after(1);
        }
        scene.tries(PHONE, "3001", 0.4, statuses(60, 401)).tries(PHONE, "3002", 15, statuses(12, 401));
        List<Finding> findings = scene.found(GUESSING);
        assertEquals(List.of(List.of("3001"), List.of("3002")),
                findings.stream().map(each -> PhoneScene.observation(each).accounts()).toList());
        assertEquals(List.of(Severity.MEDIUM, Severity.LOW), findings.stream().map(Finding::severity).toList());
    }
}
