package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.number.RateTable;

/// An account is taken over before it is used for toll calls, and used only once its password fell.
class TakeoverOrderTest {

    private static final SessionRule[] RULES = {new PasswordGuessing(), new AccountTakeover(), new TollFraud()};

    /// What comes before the first call with credentials.
    private enum Before {
        NOTHING,
        WRONG_NUMBER,
        REGISTRATION,
        WRONG_NUMBER_AND_REGISTRATION,
        REGISTRATION_AND_WRONG_NUMBER,
        FORBIDDEN_NUMBER,
        WRONG_NUMBERS_OF_BOTH;

        void add(PhoneScene scene) {
            switch (this) {
                case NOTHING -> {
                }
                case WRONG_NUMBER -> wrong(scene, ELSEWHERE, 404);
                case REGISTRATION -> scene.registers(ELSEWHERE, "1007").after(2);
                case WRONG_NUMBER_AND_REGISTRATION -> {
                    wrong(scene, ELSEWHERE, 404);
                    scene.registers(ELSEWHERE, "1007").after(2);
                }
                case REGISTRATION_AND_WRONG_NUMBER -> {
                    scene.registers(ELSEWHERE, "1007").after(2);
                    wrong(scene, ELSEWHERE, 404);
                }
                case FORBIDDEN_NUMBER -> wrong(scene, ELSEWHERE, 403);
                case WRONG_NUMBERS_OF_BOTH -> {
                    wrong(scene, STRANGER, 404);
                    wrong(scene, ELSEWHERE, 404);
                }
            }
        }
    }

    private static void wrong(PhoneScene scene, String host, int status) {
        scene.calls(host, "1007", "", "900999550101", status, 0.01, -1).after(2);
    }

    private static PhoneScene guessed(PhoneScene scene) {
        return scene.tries(STRANGER, "1007", 0.1, statuses(22, 401, 200)).after(40);
    }

    private static PhoneScene uses(PhoneScene scene) {
        for (int i = 0; i < 5; i++) {
            scene.calls(ELSEWHERE, "1007", "0099955010" + i, 30).after(2);
        }
        return scene;
    }

    private record Read(SipIndex index, List<Finding> findings) {

        static Read of(PhoneScene scene) {
            SipIndex index = scene.index();
            return new Read(index, PhoneScene.found(index, Map.of(), RateTable.NONE, RULES));
        }

        Finding only(IncidentKind kind) {
            List<Finding> its = findings.stream().filter(each -> PhoneScene.observation(each).kind() == kind).toList();
            assertEquals(1, its.size(), () -> PhoneScene.sentences(findings).toString());
            return its.getFirst();
        }

        /// When the first and the last message of a finding's evidence were captured.
        long first(IncidentKind kind) {
            return only(kind).evidence().fromNanos(index);
        }
    }

    private static void checkOrder(Read read) {
        Observation guess = PhoneScene.observation(read.only(IncidentKind.PASSWORD_GUESSING));
        Observation takeover = PhoneScene.observation(read.only(IncidentKind.ACCOUNT_TAKEOVER));
        Observation use = PhoneScene.observation(read.only(IncidentKind.TOLL_FRAUD));
        String sentences = PhoneScene.sentences(read.findings()).toString();
        assertTrue(guess.fromNanos() < takeover.fromNanos(), sentences);
        assertTrue(takeover.fromNanos() <= use.fromNanos(), sentences);
        assertEquals(takeover.fromNanos(), read.first(IncidentKind.ACCOUNT_TAKEOVER));
        assertEquals(use.fromNanos(), read.first(IncidentKind.TOLL_FRAUD));
        assertTrue(use.fromNanos() >= guess.toNanos(), sentences);
        checkFirstUse(read.index(), takeover, use);
    }

    /// The message that is shown as the first use is the first one of the requests that are counted
    /// as use, and no later than the first call.
    private static void checkFirstUse(SipIndex index, Observation takeover, Observation use) {
        long used = at(index, takeover, "First use of the account");
        boolean isRegistered = takeover.keys().stream().anyMatch(key -> key.shows().text().contains("registered"));
        assertTrue(isRegistered ? used >= takeover.fromNanos() : used == takeover.fromNanos(),
                takeover.keys().toString());
        assertTrue(used <= at(index, use, "First call"), use.keys().toString());
    }

    private static long at(SipIndex index, Observation its, String shows) {
        return its.keys()
                .stream()
                .filter(key -> key.shows().text().startsWith(shows))
                .mapToLong(key -> index.messages().capturedAtNanos(key.message()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(its.keys().toString()));
    }

    @ParameterizedTest
    @EnumSource
    void theTakeoverBeginsNoLaterThanTheUse(Before before) {
        PhoneScene scene = guessed(new PhoneScene().registers(PHONE, "1007"));
        before.add(scene);
        checkOrder(Read.of(uses(scene)));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void soDoesItInAnyMixture(long seed) {
        Random random = new Random(seed);
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(5);
        for (int i = random.nextInt(4); i > 0; i--) {
            wrong(scene, random.nextBoolean() ? ELSEWHERE : STRANGER, 404);
        }
        guessed(scene);
        Before[] all = Before.values();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            all[random.nextInt(all.length)].add(scene);
        }
        checkOrder(Read.of(uses(scene)));
    }

    @Test
    void callsRefusedBeforeThePasswordFellDoNotUseTheAccount() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(5);
        wrong(scene, ELSEWHERE, 404);
        wrong(scene, ELSEWHERE, 404);
        Read read = Read.of(uses(guessed(scene)));
        checkOrder(read);
        assertEquals("used account 1007 for 5 calls to +999 numbers (country code not assigned);"
                + " 5 were answered, up to 5 at once", PhoneScene.sentence(read.only(IncidentKind.TOLL_FRAUD)));
    }

    @Test
    void aWrongNumberAfterThatDoes() {
        PhoneScene scene = guessed(new PhoneScene().registers(PHONE, "1007"));
        wrong(scene, ELSEWHERE, 404);
        Read read = Read.of(uses(scene));
        assertEquals("used account 1007 for 6 requests, of which 1 had no credentials",
                PhoneScene.sentence(read.only(IncidentKind.ACCOUNT_TAKEOVER)));
        assertEquals("used for 6 requests, 1 without credentials",
                PhoneScene.observation(read.only(IncidentKind.ACCOUNT_TAKEOVER)).did().text());
        assertEquals("used account 1007 for 6 calls to +999 numbers (country code not assigned);"
                + " 5 were answered, up to 5 at once", PhoneScene.sentence(read.only(IncidentKind.TOLL_FRAUD)));
    }

    @Test
    void anAccountRegisteredElsewhereAfterAWrongNumberIsTakenOverFromThere() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(5);
        wrong(scene, ELSEWHERE, 404);
        scene.registers(ELSEWHERE, "1007").after(2);
        Read read = Read.of(uses(scene));
        assertTrue(read.first(IncidentKind.ACCOUNT_TAKEOVER) <= read.first(IncidentKind.TOLL_FRAUD),
                PhoneScene.sentences(read.findings()).toString());
    }

    @Test
    void theOwnersWrongNumberIsNoPartOfIt() {
        PhoneScene scene = guessed(new PhoneScene().registers(PHONE, "1007"));
        wrong(scene, PHONE, 404);
        Read read = Read.of(uses(scene));
        assertEquals(List.of(false),
                Arrays.stream(read.only(IncidentKind.ACCOUNT_TAKEOVER).evidence().messages(read.index()))
                        .mapToObj(read.index().messages()::source)
                        .map(read.index().messages()::endpoint)
                        .map(each -> each.address().getHostAddress().equals(PHONE))
                        .distinct()
                        .toList());
    }
}
