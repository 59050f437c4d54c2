package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.OTHER_PHONE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;
import static org.sipsleuth.rule.PhoneScene.statuses;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

class TollFraudTest {

    private static final SessionRule FRAUD = new TollFraud();
    private static final SessionRule PROBING = new DialPlanProbing();

    /// Six calls that overlap, every two seconds.
    private static PhoneScene callsFrom(PhoneScene scene, String host, String user, String number) {
        for (int i = 0; i < 6; i++) {
            scene.calls(host, user, number + i, 30).after(2);
        }
        return scene;
    }

    @Test
    void callsWithAGuessedAccountAreFraud() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007")
                .tries(STRANGER, "1007", 0.1, statuses(22, 401, 200))
                .after(40);
        callsFrom(scene, ELSEWHERE, "1007", "+99955010");
        List<Finding> findings = scene.found(new PasswordGuessing(), new AccountTakeover(), FRAUD);
        assertEquals(3, findings.size());
        Finding fraud = findings.getLast();
        Observation observation = PhoneScene.observation(fraud);
        assertEquals("used account 1007 for 6 calls to +999 numbers (country code not assigned);"
                + " 6 were answered, up to 6 at once", PhoneScene.sentence(fraud));
        assertEquals(IncidentKind.TOLL_FRAUD, observation.kind());
        assertEquals(Severity.CRITICAL, fraud.severity());
        assertEquals(List.of(ELSEWHERE), observation.actors().addresses());
        assertEquals(List.of("1007"), observation.accounts());
    }

    /// A stranger under three names, none of them an account.
    @Test
    void callsAbroadThroughAnOpenServerAreFraudOfNoAccount() {
        List<Finding> findings = openCalls("00372555000", "0096077000", "0025261000", "0023277000").found(FRAUD);
        assertEquals(1, findings.size());
        Observation observation = PhoneScene.observation(findings.getFirst());
        assertEquals(List.of(STRANGER), observation.actors().addresses());
        assertEquals(List.of(), observation.accounts());
        assertEquals(0.8, observation.confidence(), 1e-9);
    }

    /// The nearest harmless case: a trunk brings in calls to the numbers of the place.
    @Test
    void callsToOneCountryOfAHostWithoutAccountAreNone() {
        assertEquals(List.of(), openCalls("+4930123450", "+4930123451").found(FRAUD));
    }

    private static PhoneScene openCalls(String... numbers) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(40);
        for (int i = 0; i < 12; i++) {
            scene.calls(STRANGER, List.of("100", "1000", "asterisk").get(i % 3), "", numbers[i % numbers.length] + i,
                    200, 0.5, 5).after(2);
        }
        return scene;
    }

    @Test
    void callsToSeveralPlacesAreCountedForEach() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007")
                .tries(STRANGER, "1007", 0.1, statuses(22, 401, 200))
                .after(40);
        for (String number : List.of("0088216501", "0088216501", "0088216502", "003725550001")) {
            scene.calls(ELSEWHERE, "1007", number, 30).after(2);
        }
        SipIndex index = scene.index();
        List<Finding> findings =
                PhoneScene.found(index, Map.of(), RateTable.NONE, new PasswordGuessing(), new AccountTakeover(), FRAUD);
        Finding fraud = findings.getLast();
        Observation observation = PhoneScene.observation(fraud);
        assertEquals("used account 1007 for 4 calls: 3 to +882 (satellite or global numbers), 1 to"
                + " Estonia (+372); 4 were answered, up to 4 at once", PhoneScene.sentence(fraud));
        assertEquals("4 answered, 120 s in all", observation.result().text());
        assertEquals(List.of(4.0, 3.0), fraud.grounds().measures().stream().map(Measurement::threshold).toList());
        assertTrue(fraud.grounds().measures().stream().allMatch(Measurement::isAnomalous));
        assertEquals("First call, to 0088216501", observation.keys().getFirst().shows().text());
        List<String> called = List.of("0088216501", "0088216502", "003725550001");
        assertTrue(fraud.rationale()
                .get()
                .sections()
                .stream()
                .map(section -> section.lines().stream().map(Rationale.Line::name).map(Sentence::text).toList())
                .anyMatch(called::equals));
        assertEquals(
                List.of("1007 to +882 (satellite or global numbers): 3 calls, 3 answered, 1.5 min",
                        "1007 to Estonia (+372): 1 call, 1 answered, 0.5 min", "1007: up to 4 answered calls at once"),
                ledger(fraud));
        assertEquals(index.messages().size() - 1,
                fraud.evidence().messages(index)[fraud.evidence().messages(index).length - 1]);
        assertTrue(observation.toNanos() - observation.fromNanos() > 36_000_000_000L);
    }

    private static List<String> ledger(Finding fraud) {
        return fraud.rationale()
                .get()
                .sections()
                .getFirst()
                .lines()
                .stream()
                .map(line -> line.name().text() + ": " + line.text().text())
                .toList();
    }

    @Test
    void whatAnAccountNeverCalledOnEarlierDaysIsNewForIt() throws IOException {
        PhoneScene scene = new PhoneScene();
        for (int day = 0; day < 3; day++) {
            scene.registers(PHONE, "1007");
            for (String number : List.of("004930901820", "1008", "1009")) {
                scene.calls(PHONE, "1007", number, 30).after(60);
            }
            scene.after(86_400);
        }
        scene.registers(PHONE, "1007").tries(STRANGER, "1007", 0.1, statuses(22, 401, 200)).after(40);
        for (String number : List.of("003725550001", "003725550002", "004930901820")) {
            scene.calls(ELSEWHERE, "1007", number, 30).after(60);
        }
        Finding fraud =
                PhoneScene
                        .found(scene.index(), Map.of(), RateTable.read(new StringReader("+372,2.00,premium\n")),
                                new PasswordGuessing(), new AccountTakeover(), FRAUD)
                        .getLast();
        assertEquals(List.of(
                "1007 to premium-rate numbers in Estonia (+372): 2 calls, 2 answered,"
                        + " 1.0 min, cost 2.00; new for the account",
                "1007 to Germany (+49): 1 call, 1 answered, 0.5 min"), ledger(fraud));
        Evidence cited = fraud.rationale().get().sections().getFirst().lines().getFirst().evidence().get();
        assertFalse(cited.messages(scene.index()).length == 0);
    }

    @Test
    void aRemovedBindingIsNoRegistration() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007")
                .after(60)
                .unregisters(ELSEWHERE, "1007")
                .registers(ELSEWHERE, "1007");
        callsFrom(scene, ELSEWHERE, "1007", "+3719000012").registers(PHONE, "1007");
        Observation takeover = PhoneScene.observation(scene.found(FRAUD).getLast());
        assertEquals("registered once", takeover.did().text());
    }

    @Test
    void anAccountOfAnotherHostIsTakenOverAndUsed() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(60).registers(ELSEWHERE, "1007");
        callsFrom(scene, ELSEWHERE, "1007", "+3719000012").registers(PHONE, "1007");
        List<Finding> findings = scene.found(FRAUD);
        assertEquals(List.of(
                "used account 1007 for 6 calls to premium-rate numbers in Latvia (+371);"
                        + " 6 were answered, up to 6 at once",
                "registered account 1007, which " + PHONE + " had registered before"), PhoneScene.sentences(findings));
        Observation fraud = PhoneScene.observation(findings.getFirst());
        assertEquals(List.of("How the password of 1007 became known: no successful guessing was captured."),
                fraud.notDetermined().stream().map(Sentence::text).toList());
        assertEquals(
                List.of("The owner of 1007 may use a second device elsewhere. Against it: the" + " owner's phone at "
                        + PHONE + " stayed in use meanwhile."),
                fraud.alternatives().stream().map(Sentence::text).toList());
    }

    @Test
    void severalAccountsThatCallOneRangeAreOneFraud() {
        PhoneScene scene = new PhoneScene();
        for (int user = 1; user <= 3; user++) {
            scene.registers("198.51.100." + user, "100" + user);
            scene.registers("203.0.113." + user, "100" + user);
        }
        for (int user = 1; user <= 3; user++) {
            callsFrom(scene, "203.0.113." + user, "100" + user, "+37190000");
        }
        Observation fraud = PhoneScene.observation(scene.found(FRAUD).getFirst());
        assertEquals(3, fraud.actors().addresses().size());
        assertEquals(List.of("1001", "1002", "1003"), fraud.accounts());
    }

    @Test
    void aPhoneMayMoveWithinItsNetwork() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        callsFrom(scene, "198.51.100.200", "1007", "+493012345");
        assertEquals(List.of(), scene.found(FRAUD));
    }

    /// A second device elsewhere that calls home.
    @Test
    void aTravellerMayCall() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").registers(ELSEWHERE, "1007");
        for (int i = 0; i < 4; i++) {
            scene.calls(ELSEWHERE, "1007", "+4930123450" + i, 60).after(600);
        }
        scene.registers(PHONE, "1007");
        assertEquals(List.of(), scene.found(FRAUD));
    }

    private static PhoneScene threeCalls() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").after(5);
        for (String number : List.of("+99955010", "+99966020", "+99977030")) {
            scene.calls(ELSEWHERE, "2000", number, 30).after(2);
        }
        return scene.after(60);
    }

    @Test
    void whatAStrangerRegistersAfterItsCallsHidesNothing() {
        assertEquals(1, threeCalls().found(FRAUD).size());
        assertEquals(1, threeCalls().registers(ELSEWHERE, "+99977030").found(FRAUD).size());
        assertEquals(1, threeCalls().registers(ELSEWHERE, "1008").found(FRAUD).size());
    }

    /// The capture began between two registrations of a phone outside the networks of the place.
    @Test
    void whoRegistersTheAccountThatItCalledWithIsNoStranger() {
        assertEquals(List.of(), threeCalls().registers(ELSEWHERE, "2000").found(FRAUD));
    }

    @Test
    void slowFraudIsSeenByItsCalls() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").registers(ELSEWHERE, "1007");
        scene.receives(ELSEWHERE, "1007", "1001"); // a call for the owner rings there, too
        for (int i = 0; i < 20; i++) {
            scene.calls(ELSEWHERE, "1007", "+49301234" + i % 3 + "50", 60).after(3_600);
        }
        scene.registers(PHONE, "1007");
        assertEquals(2, scene.found(FRAUD).size());
    }

    @Test
    void whatEverybodyCallsIsNotSuspicious() {
        PhoneScene scene = new PhoneScene();
        for (int phone = 1; phone <= 5; phone++) {
            String host = "198.51.100." + phone;
            scene.registers(host, "100" + phone);
            callsFrom(scene, host, "100" + phone, "+9995501" + phone);
        }
        assertEquals(List.of(), scene.found(FRAUD));
    }

    /// No registration was captured, but most phones call there.
    @Test
    void whatMostHostsCallIsNotSuspiciousEither() {
        PhoneScene scene = new PhoneScene();
        for (int phone = 1; phone <= 14; phone++) {
            callsFrom(scene, "198.51.100." + phone, "10" + (10 + phone), "+9995501" + phone);
        }
        assertEquals(List.of(), scene.found(FRAUD));
    }

    /// Busy, but nothing speaks for a stolen account.
    @Test
    void aGatewayThatOnlyCallsOutMayBeBusy() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        for (int i = 0; i < 40; i++) {
            scene.calls(ELSEWHERE, "2000", "", "+4930123450" + i % 5, 200, 1, 90).after(5);
        }
        assertEquals(List.of(), scene.found(FRAUD));
    }

    @Test
    void nationalCallsOfAStrangerAreNone() {
        PhoneScene scene = new PhoneScene();
        callsFrom(scene, ELSEWHERE, "2000", "0049900123456");
        Map<String, String> home = Map.of(DialledNumbers.HOME, "DE");
        assertEquals(1, scene.found(FRAUD).size()); // premium, whatever the home region is
        PhoneScene calls = new PhoneScene();
        callsFrom(calls, ELSEWHERE, "2000", "03012345");
        assertEquals(List.of(), calls.found(home, RateTable.NONE, FRAUD));
    }

    @Test
    void theUsersRatesDecideBeforeTheNumberingPlan() throws IOException {
        PhoneScene scene = new PhoneScene();
        callsFrom(scene, ELSEWHERE, "2000", "+37190000");
        RateTable cheap = RateTable.read(new StringReader("+371,0.02,ordinary\n"));
        assertEquals(List.of(), scene.found(Map.of(), cheap, FRAUD));
        RateTable costly = RateTable.read(new StringReader("37190,3.50,premium\n"));
        assertEquals(
                "made 6 calls to premium-rate numbers in Latvia (+371) as 2000; 6 were answered,"
                        + " up to 6 at once, about 10.50 by the rate table",
                PhoneScene.sentence(scene.found(Map.of(), costly, FRAUD).getFirst()));
    }

    @Test
    void callsAtNightCountWhereWorkingHoursAreSet() {
        PhoneScene scene = new PhoneScene().after(3 * 3600); // Wednesday, 01:13 UTC
        for (int i = 0; i < 4; i++) {
            scene.calls(ELSEWHERE, "2000", "", "+4930123450" + i, 200, 1, 90).after(5);
        }
        assertEquals(List.of(), scene.found(FRAUD));
        Map<String, String> hours = Map.of("toll-day-begins", "7", "toll-day-ends", "19", "toll-points", "3");
        assertEquals(1, scene.found(hours, RateTable.NONE, FRAUD).size());
    }

    @Test
    void manyPrefixesForOneNumberAreProbing() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        for (String prefix : List.of("00", "900", "9011", "000", "+", "011")) {
            int status = prefix.equals("9011") ? 200 : 404;
            scene.calls(STRANGER, "100", "", prefix + "972599123456", status, 0.2, 5).after(3);
        }
        Finding finding = scene.only(PROBING);
        assertEquals("tried 6 prefixes for the number …99123456 and reached a phone once, first with 9011972599123456",
                PhoneScene.sentence(finding));
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
    }

    /// Each count belongs to its own number, the one with the most prefixes first.
    @Test
    void prefixesOfSeveralNumbersAreCountedApart() {
        PhoneScene scene = new PhoneScene();
        probes(scene, "493023125001", "00", "900", "9011", "000");
        probes(scene, "493023125002", "00", "900", "9011", "000", "011", "99");
        Finding two = scene.only(PROBING);
        assertEquals("tried 6 prefixes for the number …23125002 and 4 for another number, none of which"
                + " reached an outside line", PhoneScene.sentence(two));
        probes(scene, "493023125003", "00", "900", "9011", "000", "011");
        assertEquals("tried 6 prefixes for the number …23125002 and up to 5 for each of 2 other numbers,"
                + " none of which reached an outside line", PhoneScene.sentence(scene.only(PROBING)));
    }

    private static void probes(PhoneScene scene, String number, String... prefixes) {
        for (String prefix : prefixes) {
            scene.calls(STRANGER, "100", "", prefix + number, 404, 0.2, 5).after(3);
        }
    }

    @Test
    void probingInVainIsAnAttempt() {
        PhoneScene scene = new PhoneScene();
        for (String prefix : List.of("00", "900", "9011", "000")) {
            scene.calls(STRANGER, "100", "", prefix + "972599123456", 404, 0.2, 5).after(3);
        }
        Finding finding = scene.only(PROBING);
        assertTrue(PhoneScene.sentence(finding).endsWith(", none of which reached an outside line"));
        assertEquals(Severity.MEDIUM, finding.severity());
    }

    /// Numbers that differ by their prefixes are no extensions, although most of them are unknown.
    @Test
    void manyPrefixesForOneNumberAreNoEnumeration() {
        List<String> prefixed = IntStream.range(0, 24).mapToObj(i -> (70 + i) + "972599123456").toList();
        assertEquals(List.of(IncidentKind.TOLL_FRAUD), kindsOfCallsTo(prefixed));
        List<String> extensions = IntStream.range(0, 24).mapToObj(i -> "3" + (70 + i)).toList();
        assertEquals(List.of(IncidentKind.EXTENSION_ENUMERATION), kindsOfCallsTo(extensions));
    }

    private static List<IncidentKind> kindsOfCallsTo(List<String> callees) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        for (String callee : callees) {
            scene.calls(STRANGER, "100", "", callee, 404, 0.2, 0).after(1);
        }
        return scene.found(RuleDetector.RULES.toArray(SessionRule[]::new))
                .stream()
                .map(each -> PhoneScene.observation(each).kind())
                .toList();
    }

    @Test
    void aKnownPhoneMayDialANumberInSeveralWays() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007");
        for (String prefix : List.of("0049", "+49", "0", "90")) {
            scene.calls(PHONE, "1007", prefix + "3012345678", 5).after(30);
        }
        assertEquals(List.of(), scene.found(PROBING, FRAUD));
    }

    /// Calls of a phone of the place to satellite numbers.
    private static Finding fromInside(int status) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1007").registers(OTHER_PHONE, "1008").after(5);
        for (int i = 0; i < 12; i++) {
            scene.calls(PHONE, "1007", "1007", "00882133704" + (10 + i), status, 0.5, 40).after(4);
        }
        return scene.only(FRAUD);
    }

    /// They are paid for, whoever made them; that the user may want them is said.
    @Test
    void answeredCallsFromInsideSucceed() {
        Finding answered = fromInside(200);
        assertEquals(Outcome.SUCCEEDED, answered.statement().outcome());
        assertEquals(Severity.CRITICAL, answered.severity());
        assertTrue(PhoneScene.observation(answered)
                .alternatives()
                .getFirst()
                .text()
                .startsWith("The user may want these calls"));
        assertEquals(Outcome.ATTEMPTED, fromInside(480).statement().outcome());
    }

    /// The phone of 1007 calls and is called; its registration was not captured.
    ///
    /// @param host that calls abroad with the password of 1007
    private static PhoneScene withoutRegistration(String host) {
        PhoneScene scene = new PhoneScene().registers(OTHER_PHONE, "1008");
        for (int i = 0; i < 3; i++) {
            scene.calls(PHONE, "1007", "1007", "1008", 200, 0.5, 10).receives(PHONE, "1007", "1008").after(20);
        }
        for (int i = 0; i < 13; i++) {
            scene.calls(host, "1007", "0025299053835" + i, 7).after(2);
        }
        return scene.calls(PHONE, "1007", "1007", "1008", 200, 0.5, 10).receives(PHONE, "1007", "1008").after(20);
    }

    @Test
    void whoseAnAccountIsShowsByItsCallsWhereNoRegistrationWasCaptured() {
        Finding fraud = withoutRegistration(ELSEWHERE).only(FRAUD);
        assertEquals(List.of(ELSEWHERE), PhoneScene.observation(fraud).actors().addresses());
        assertEquals(List.of("1007"), PhoneScene.observation(fraud).accounts());
        assertEquals(Outcome.SUCCEEDED, fraud.statement().outcome());
        assertEquals(List.of(), withoutRegistration(PHONE).found(FRAUD));
    }

    /// Who has stolen a password can register with it, too; a phone of the place whose registration
    /// is only captured later has done nothing.
    @Test
    void whoRegistersAfterTheCallsWasAStranger() {
        PhoneScene stolen = withoutRegistration(ELSEWHERE).registers(ELSEWHERE, "1007");
        List<Finding> found = stolen.found(FRAUD);
        assertEquals(2, found.size());
        assertEquals(List.of(ELSEWHERE), PhoneScene.observation(found.getFirst()).actors().addresses());
        assertEquals(Severity.CRITICAL, found.getFirst().severity());
        assertEquals("registered account 1007, which 198.51.100.11 had used before",
                PhoneScene.sentence(found.getLast()));
        assertEquals(List.of(), withoutRegistration(PHONE).registers(PHONE, "1007").found(FRAUD));
    }

    /// One user behind a shared address looks for a prefix; a neighbour calls abroad, several calls
    /// at once.
    @Test
    void behindASharedAddressNobodyAnswersForTheProbingOfANeighbour() {
        PhoneScene scene = new PhoneScene();
        for (int user = 0; user < 6; user++) {
            scene.registers(PHONE, Integer.toString(1000 + user)).after(1);
        }
        for (String prefix : List.of("00", "900", "9011", "000", "0011", "011", "9000", "8000", "800", "80011")) {
            scene.calls(PHONE, "1001", "1001", prefix + "972599123456", 404, 0.2, 5).after(3);
        }
        callsFrom(scene, PHONE, "1002", "+493012345");
        assertEquals(1, scene.found(PROBING, FRAUD).size());
        callsFrom(scene, PHONE, "1001", "+493012345");
        assertEquals(List.of("1001"), PhoneScene.observation(scene.found(PROBING, FRAUD).getLast()).accounts());
    }
}
