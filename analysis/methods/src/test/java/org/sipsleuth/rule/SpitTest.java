package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.rule.PhoneScene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Severity;

class SpitTest {

    private static final SessionRule SPIT = new Spit();

    private static PhoneScene office() {
        PhoneScene scene = new PhoneScene();
        for (int user = 1; user <= 20; user++) {
            scene.registers("198.51.100." + user, "10" + (10 + user));
        }
        return scene;
    }

    private static PhoneScene calls(PhoneScene scene, String host, int count, double talkSeconds) {
        for (int i = 0; i < count; i++) {
            int status = i % 3 == 0 ? 486 : 200;
            scene.calls(host, "promo", "", "10" + (11 + i % 20), status, 2, talkSeconds).after(10);
        }
        return scene;
    }

    @Test
    void shortCallsToEverybodyAreSpit() {
        Finding finding = calls(office(), STRANGER, 30, 5).only(SPIT);
        assertEquals("called 20 users (1011, 1012, 1013 and 17 more) in 30 calls as promo, of which 20 were answered;"
                + " 30 were short (below 30 s) or unanswered", PhoneScene.sentence(finding));
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
        assertEquals(List.of(STRANGER), PhoneScene.observation(finding).actors().addresses());
        assertEquals(20, PhoneScene.observation(finding).accounts().size());
        assertEquals(List.of("promo"), PhoneScene.observation(finding).callers());
    }

    @Test
    void aFewAreLow() {
        assertEquals(Severity.LOW, calls(office(), STRANGER, 9, 5).only(SPIT).severity());
    }

    /// A number outside that calls the office now and then, in captures of months.
    @Test
    void aFewCallsADayAreNone() {
        PhoneScene scene = office();
        for (int i = 0; i < 40; i++) {
            scene.calls(STRANGER, "4930", "", "10" + (11 + i % 20), 486, 2, 0).after(20_000);
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    @Test
    void whoIsListenedToSpamsNobody() {
        assertEquals(List.of(), calls(office(), STRANGER, 30, 120).found(SPIT));
    }

    @Test
    void whoIsCalledBackIsNoSpammer() {
        PhoneScene scene = calls(office(), STRANGER, 30, 5);
        for (int i = 0; i < 5; i++) {
            scene.receives(STRANGER, "promo", "1011").after(10);
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    /// A neighbour that is called back shows a network of people, a thief of an account does not.
    @Test
    void whatAThiefOfItsNetworkReceivesExcusesNobody() {
        assertEquals(1, besideANeighbour("203.0.113.200", "1011").found(SPIT).size());
        assertEquals(List.of(), besideANeighbour("203.0.113.200", "4930").found(SPIT));
    }

    private static PhoneScene besideANeighbour(String neighbour, String user) {
        PhoneScene scene = calls(office(), STRANGER, 30, 5).registers(neighbour, "1011");
        for (int i = 0; i < 5; i++) {
            scene.receives(neighbour, user, "1012").after(10);
        }
        return scene;
    }

    @Test
    void aRegisteredPhoneMayCallManyOverADay() {
        PhoneScene scene = office();
        for (int i = 0; i < 40; i++) {
            scene.calls(PHONE, "1021", "1021", "10" + (11 + i % 20), 486, 2, 0).after(600);
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    /// A carrier that takes calls at one address and brings them from another.
    @Test
    void besideATrunkInboundCallsAreNone() {
        PhoneScene scene = office();
        for (int i = 0; i < 6; i++) {
            scene.receives("203.0.113.10", "49301234" + i, "1011").after(10);
        }
        assertEquals(List.of(), calls(scene, "203.0.113.11", 30, 5).found(SPIT));
    }

    /// A carrier whose trunk calls as `Carrier SBC`, and hosts that each call a few users.
    private static PhoneScene besideATrunk(String userAgent, String... hosts) {
        PhoneScene scene = office().userAgent("Carrier SBC");
        for (int i = 0; i < 6; i++) {
            scene.receives("203.0.113.10", "49301234" + i, "1011").after(10);
        }
        scene.calls("203.0.113.10", "4989", "", "1011", 200, 2, 300).after(10);
        for (int i = 0; i < 7 * hosts.length; i++) {
            String host = hosts[i % hosts.length];
            scene.userAgent(userAgent).calls(host, "a" + i, "", "10" + (11 + i % 20), 200, 2, 4).after(5);
        }
        return scene;
    }

    @Test
    void besideATrunkHostsBelongToACampaignThatTheyWriteLike() {
        Finding finding = besideATrunk("Dialer 1.0", "203.0.113.20", "203.0.113.21", "203.0.114.7").only(SPIT);
        assertEquals(List.of("203.0.113.20", "203.0.113.21", "203.0.114.7"),
                PhoneScene.observation(finding).actors().addresses());
    }

    @Test
    void besideATrunkHostsThatWriteLikeItAreItsOwn() {
        assertEquals(List.of(), besideATrunk("Carrier SBC", "203.0.113.20", "203.0.113.21", "203.0.114.7").found(SPIT));
    }

    /// Nobody outside the network of the trunk writes alike.
    @Test
    void besideATrunkHostsAloneAreNoCampaign() {
        assertEquals(List.of(), besideATrunk("Dialer 1.0", "203.0.113.20", "203.0.113.21", "203.0.113.22").found(SPIT));
    }

    /// A carrier that was called once only, and calls nobody: its responses name its product.
    @Test
    void besideAHostThatIsCalledTheProductOfItsResponsesCounts() {
        assertEquals(3, besideACalledHost("Dialer 1.0").size());
        assertEquals(List.of(), besideACalledHost("Carrier SBC"));
    }

    private static List<String> besideACalledHost(String userAgent) {
        PhoneScene scene = office().userAgent("Carrier SBC");
        scene.receives("203.0.113.10", "493012345", "1011").after(10);
        scene.userAgent(userAgent);
        for (int i = 0; i < 21; i++) {
            String host = List.of("203.0.113.20", "203.0.113.21", "203.0.114.7").get(i % 3);
            scene.calls(host, "a" + i, "", "10" + (11 + i % 20), 200, 2, 4).after(5);
        }
        return scene.found(SPIT)
                .stream()
                .flatMap(each -> PhoneScene.observation(each).actors().addresses().stream())
                .toList();
    }

    @Test
    void severalSourcesThatWriteAlikeAreOne() {
        PhoneScene scene = office().userAgent("Dialer 1.0");
        for (int source = 1; source <= 6; source++) {
            for (int i = 0; i < 5; i++) {
                int callee = 11 + (source * 5 + i) % 20;
                scene.calls("203.0.113." + source, "p" + source * 7 + i, "", "10" + callee, 200, 2, 4).after(20);
            }
        }
        Finding finding = scene.only(SPIT);
        assertEquals(6, PhoneScene.observation(finding).actors().sources());
        assertEquals("called 20 users (1016, 1017, 1018 and 17 more) in 30 calls under 30 caller names"
                + " (p70, p71, p72 and 27 more), of which 30 were answered; 30 were short (below 30 s) or unanswered",
                PhoneScene.sentence(finding));
    }

    @Test
    void severalSourcesWithOneCallerNameAreOne() {
        PhoneScene scene = office();
        for (int source = 1; source <= 6; source++) {
            scene.userAgent("Phone " + source);
            for (int i = 0; i < 5; i++) {
                int callee = 11 + (source * 5 + i) % 20;
                scene.calls("203.0.113." + source, "promo", "", "10" + callee, 200, 2, 4).after(20);
            }
        }
        assertEquals(6, PhoneScene.observation(scene.only(SPIT)).actors().sources());
    }

    /// A busy network of one product: everybody calls somebody once, and is called.
    @Test
    void theNetworksOwnCallsAreNoCampaign() {
        assertEquals(List.of(), busy().found(SPIT));
    }

    /// Strangers in it whom nobody calls, few for the many users that they call, are one all the same.
    @Test
    void strangersInABusyNetworkAreACampaign() {
        PhoneScene scene = busy();
        for (int i = 0; i < 40; i++) {
            scene.calls("203.0." + (113 + i % 4) + ".9", "promo" + i % 4, "", "u" + i, 486, 2, 0).after(1);
        }
        Finding finding = scene.only(SPIT);
        assertEquals(4, PhoneScene.observation(finding).actors().sources());
    }

    private static PhoneScene busy() {
        PhoneScene scene = new PhoneScene();
        for (int i = 0; i < 80; i++) {
            scene.calls("10." + i + ".0.1", "u" + i, "", "u" + (i + 7) % 80, i % 2 == 0 ? 486 : 404, 2, 0).after(1);
        }
        return scene;
    }

    @Test
    void severalStrangersWithoutAnythingInCommonAreNot() {
        PhoneScene scene = office();
        for (int source = 1; source <= 6; source++) {
            scene.userAgent("Phone " + source);
            for (int i = 0; i < 5; i++) {
                int callee = 11 + (source * 5 + i) % 20;
                scene.calls("203.0.113." + source, "c" + source + i, "", "10" + callee, 200, 2, 4).after(20);
            }
        }
        assertEquals(List.of(), scene.found(SPIT));
    }

    /// Calls of several hosts of different products, one after the other.
    private static PhoneScene turns(PhoneScene scene, int hosts, int count, String block, double talkSeconds) {
        for (int i = 0; i < count; i++) {
            int host = 1 + i % hosts;
            scene.userAgent("Phone " + host)
                    .calls("203.0." + host + ".7", block + (100 + i), "", "10" + (11 + i % 20), 200, 2, talkSeconds)
                    .after(30);
        }
        return scene;
    }

    @Test
    void aSlowPoolWithNumbersOfOneBlockIsOne() {
        Finding finding = turns(office(), 5, 30, "49301234", 4).only(SPIT);
        assertEquals(5, PhoneScene.observation(finding).actors().sources());
        assertEquals(Severity.MEDIUM, finding.severity());
    }

    @Test
    void aPoolThatIsListenedToIsNone() {
        assertEquals(List.of(), turns(office(), 5, 30, "49301234", 120).found(SPIT));
    }

    @Test
    void sourcesThatTakeTurnsAreOne() {
        Finding finding = turns(office(), 3, 90, "9", 4).only(SPIT);
        assertEquals(3, PhoneScene.observation(finding).actors().sources());
    }

    /// As many sources as are ever compared, which nothing joins, before those that take turns.
    @Test
    void sourcesThatTakeTurnsAfterManyOthersAreOne() {
        PhoneScene scene = office();
        int others = 1_100;
        for (int source = 0; source < others; source++) {
            String host = "198.%d.%d.7".formatted(18 + source / 250, source % 250);
            scene.userAgent("Phone " + source + host);
            for (int i = 0; i < 12; i++) {
                scene.calls(host, "o%d-%d".formatted(source, i), "", "10" + (11 + i), 486, 1, 0).after(2);
            }
        }
        List<Finding> found = turns(scene, 3, 90, "9", 4).found(SPIT);
        assertEquals(others + 1, found.size());
        assertEquals(3, PhoneScene.observation(found.getLast()).actors().sources(), "of the last");
    }

    @Test
    void sourcesAtDifferentHoursAreSeveral() {
        PhoneScene scene = calls(office().userAgent("One"), "203.0.1.7", 30, 5).after(20_000);
        for (int i = 0; i < 30; i++) {
            scene.userAgent("Other").calls("203.0.2.7", "offer", "", "10" + (11 + i % 20), 486, 2, 0).after(10);
        }
        assertEquals(2, scene.found(SPIT).size());
    }

    /// Findings that are joined to one incident, which lists each explanation once.
    @Test
    void findingsOfOneCampaignHaveOneOtherExplanation() {
        PhoneScene scene = calls(office(), "203.0.1.7", 30, 5).after(20_000);
        List<Finding> findings = calls(scene, "203.0.2.7", 20, 5).found(SPIT);
        assertEquals(2, findings.size());
        assertEquals(1,
                findings.stream()
                        .flatMap(each -> PhoneScene.observation(each).alternatives().stream())
                        .distinct()
                        .count());
    }

    @Test
    void aFewUnderManyNamesAreMoreThanLow() {
        PhoneScene scene = office();
        for (int i = 0; i < 9; i++) {
            scene.calls(STRANGER, "49301" + i * 7_919, "", "10" + (11 + i), 200, 2, 4).after(60);
        }
        assertEquals(Severity.MEDIUM, scene.only(SPIT).severity());
    }

    /// A dialler of the place: registered, with its own account.
    @Test
    void aKnownHostWithItsOwnAccountIsLow() {
        Finding finding = dials("1011");
        assertEquals(Severity.LOW, finding.severity());
        String alternative = PhoneScene.observation(finding).alternatives().getFirst().text();
        assertTrue(alternative.startsWith("A call centre's dialler"), alternative);
        assertEquals(0.5, PhoneScene.observation(finding).confidence());
    }

    /// Where phones usually make so many calls, a few more are no sign of anything.
    @Test
    void aPhoneThatCallsAsOthersDoIsNone() {
        for (int times : new int[]{1, 3}) {
            PhoneScene scene = office();
            for (int phone = 1; phone <= 6; phone++) {
                String own = "10" + (10 + phone);
                int calls = phone == 1 ? 25 * times : 25;
                for (int i = 0; i < calls; i++) {
                    String callee = "10" + (11 + (phone + i) % 20);
                    scene.calls("198.51.100." + phone, own, own, callee, 486, 2, 0).after(5);
                }
            }
            assertEquals(times == 1 ? 0 : 1, scene.found(SPIT).size(), times + " times as many");
        }
    }

    /// It registered before the capture began, or never: its credentials are accepted.
    /// A reminder service of the place calls its users in turn, all the time; one that begins to do so
    /// in the middle of the capture is still a dialler.
    @Test
    void whoHasAlwaysCalledItsOwnUsersInTurnSpamsNobody() {
        assertEquals(List.of(), reminders(0).found(SPIT));
        assertEquals(Severity.LOW, reminders(7_200).only(SPIT).severity());
    }

    private static PhoneScene reminders(double pause) {
        PhoneScene scene = office().after(pause);
        for (int i = 0; i < 120; i++) {
            scene.calls("198.51.100.1", "1011", "10" + (12 + i % 19), 4).after(50);
        }
        return scene;
    }

    @Test
    void aDiallerThatDidNotRegisterIsLow() {
        Finding finding = dials("198.51.100.60", "9900", "9900");
        assertEquals(Severity.LOW, finding.severity());
        String alternative = PhoneScene.observation(finding).alternatives().getFirst().text();
        assertTrue(alternative.startsWith("A call centre's dialler"), alternative);
        assertEquals(Severity.MEDIUM, dials("198.51.100.60", "9900", "1015").severity());
        assertEquals(Severity.MEDIUM, dials(STRANGER, "9900", "9900").severity());
        assertEquals(Severity.MEDIUM, dials("198.51.100.60", "9900", "").severity());
    }

    @Test
    void aKnownHostUnderTheNameOfOthersIsNot() {
        assertEquals(Severity.MEDIUM, dials("1015").severity());
    }

    /// Calls of the phone of 1011 under a name.
    private static Finding dials(String name) {
        return dials("198.51.100.1", name, "1011");
    }

    private static Finding dials(String host, String name, String account) {
        PhoneScene scene = office();
        for (int i = 0; i < 40; i++) {
            scene.calls(host, name, account, "10" + (12 + i % 19), 200, 2, 5).after(10);
        }
        return scene.only(SPIT);
    }
}
