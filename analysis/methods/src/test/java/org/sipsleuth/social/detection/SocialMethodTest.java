package org.sipsleuth.social.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.social.flag.FlagReason;
import org.sipsleuth.text.FileName;
import org.sipsleuth.transaction.Scene;

final class SocialMethodTest {

    private static final SocialMethod METHOD = new SocialMethod();
    private static final int USERS = 30;
    private static final int CAMPAIGN = 150;
    private static final int TRAINED_DAYS = 24;
    private static final int BETWEEN_DAYS = 86_000;
    private static final Consumer<String> UNHEARD = _ -> {};

    private static void call(Scene scene, String host, String caller, String callee, int number) {
        String fields = "Via: SIP/2.0/UDP %1$s:5060;branch=z9hG4bK%2$d\r\nMax-Forwards: 70\r\n"
                + "From: <sip:%3$s@example.com>;tag=f%2$d\r\nTo: <sip:%4$s@example.com>%5$s"
                + "\r\nCall-ID: c%2$d\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
        scene.raw(host, Scene.PROXY, "INVITE sip:" + callee + "@example.com SIP/2.0\r\n"
                + fields.formatted(host, number, caller, callee, ""));
        scene.raw(Scene.PROXY, host, "SIP/2.0 200 OK\r\n" + fields.formatted(host, number, caller, callee, ";tag=t"));
    }

    /// Thirty users who make six to eight calls each.
    private static Scene office() {
        return days(1);
    }

    /// As many working days of them.
    private static Scene days(int count) {
        Scene scene = new Scene().every(500);
        for (int day = 0; day < count; day++) {
            int number = 1_000_000 * day;
            for (int user = 0; user < USERS; user++) {
                for (int i = 0; i < 6 + (user + day) % 3; i++) {
                    String callee = Integer.toString(1000 + (user + 1 + i % 4) % USERS);
                    call(scene, "192.0.2." + (50 + user), Integer.toString(1000 + user), callee, number++);
                }
            }
            scene.after(BETWEEN_DAYS);
        }
        return scene;
    }

    private static Scene campaign() {
        Scene scene = office();
        for (int i = 0; i < CAMPAIGN; i++) {
            call(scene, Scene.STRANGER, "4711", Integer.toString(2000 + i), 1_000 + i);
        }
        return scene;
    }

    private static SocialDetection detect(ModelFile model, SipIndex index) throws ModelFormatException {
        return (SocialDetection) METHOD.detector(model).detect(index, RunMonitor.NONE);
    }

    private static ModelFile trained(SipIndex baseline) throws SettingException {
        return METHOD.train(
                new TrainingRequest(baseline,
                        new TrainingFacts("office", "an office", List.of(),
                                new Training.Origin("test", Instant.EPOCH, "none")),
                        Map.of(), 7),
                RunMonitor.NONE, UNHEARD);
    }

    @Test
    void whoCallsManyMoreThanOthersIsFlaggedWithItsCalls() throws IOException {
        SipIndex index = campaign().index();
        SocialDetection found = detect(METHOD.shipped(), index);
        assertEquals(List.of("4711"), found.flags().users());
        Finding finding = found.findings().getFirst();
        assertEquals("4711 calls many different users", finding.statement().title().text());
        assertEquals(Severity.INFO, finding.severity());
        assertEquals(Optional.empty(), finding.observation()); // joins incidents, begins none
        assertEquals(CAMPAIGN, finding.evidence().dialogs(index).length);
        assertTrue(finding.grounds().decisive().isAnomalous());
        assertTrue(finding.statement().explanation().text().contains("150 calls to 150 users"));
        assertEquals(3, finding.rationale().get().sections().size());
        List<FlagReason> reasons = found.flags().reasons("4711").orElseThrow();
        assertTrue(reasons.getFirst().distance() > 0, reasons.toString());
        int flagged = finding.evidence().dialogs(index)[0];
        assertEquals(List.of("4711"), found.usersOf(flagged));
        assertEquals(List.of(), found.usersOf(0));
    }

    @Test
    void nobodyIsFlaggedWhereEverybodyCallsAlike() throws IOException {
        SocialDetection found = detect(METHOD.shipped(), office().index());
        assertEquals(List.of(), found.findings());
        assertEquals(List.of(), found.notJudged());
    }

    @Test
    void tooFewCallsAreStated() throws IOException {
        Scene scene = new Scene();
        call(scene, Scene.ALICE, "100", "200", 1);
        SocialDetection found = detect(METHOD.shipped(), scene.index());
        assertEquals(List.of(), found.findings());
        assertEquals(1, found.notJudged().size());
        assertTrue(found.notJudged().getFirst().sentence().text().contains("too few calls to say"));
        assertEquals(List.of(), detect(METHOD.shipped(), new Scene().index()).notJudged());
    }

    @Test
    void aModelThatMostUsersContradictReportsNothing() throws IOException, SettingException {
        Scene busy = new Scene().every(50);
        for (int i = 0; i < 12 * 60; i++) {
            int user = i % 12;
            call(busy, "192.0.2." + (50 + user), "10" + user, "20" + i, i);
        }
        SocialDetection found = detect(trained(days(TRAINED_DAYS).index()), busy.index());
        assertEquals(List.of(), found.findings());
        assertEquals(1, found.notJudged().size(), found.notJudged().toString());
        assertTrue(found.notJudged().getFirst().sentence().text().contains("train social"));
    }

    @Test
    void byAModelOfTheNetworkFlagsHaveAnExpectedShareOfFalseOnes() throws IOException, SettingException {
        SocialDetection found = detect(trained(days(TRAINED_DAYS).index()), campaign().index());
        assertEquals(List.of("4711"), found.flags().users());
        SocialComparison all = found.flags().comparison().orElseThrow();
        assertEquals(USERS + 1, all.flags().judged());
        assertEquals(USERS + 1, all.users().size());
        SocialComparison.User first = all.users().getFirst();
        assertEquals("4711", first.name());
        assertTrue(all.isFlagged(first));
        assertFalse(all.isFlagged(all.users().get(1)));
        assertEquals(CAMPAIGN, first.made());
        assertEquals(0, first.p().asFar());
        assertTrue(first.isOutsideBorder());
        assertEquals(1, all.nearestMiss());
        assertEquals(List.of(all.users().get(1)), all.nearestMisses(1));
        assertTrue(all.expectedByChance(1) <= all.share());
        Measurement measure = found.findings().getFirst().grounds().decisive();
        assertEquals(first.p().value(), measure.value());
        assertTrue(measure.isAnomalous());
        assertEquals(Optional.empty(), detect(METHOD.shipped(), campaign().index()).flags().comparison());
    }

    /// Weeks overlap: all that hold the day of a campaign are flagged.
    @Test
    void whatIsFlaggedInWeeksStatesTheDaysOfItsCalls() throws IOException, SettingException {
        Scene scene = days(4);
        for (int i = 0; i < CAMPAIGN; i++) {
            call(scene, Scene.STRANGER, "4711", Integer.toString(2000 + i), 9_000_000 + i);
        }
        scene.after(4 * BETWEEN_DAYS);
        call(scene, Scene.ALICE, "1000", "1001", 9_900_000);
        Finding finding = detect(trained(days(TRAINED_DAYS).index()), scene.index()).findings().getFirst();
        String explanation = finding.statement().explanation().text();
        assertTrue(explanation.startsWith("4711 made 150 calls to 150 users on "), explanation);
        List<String> days = finding.rationale()
                .get()
                .sections()
                .getFirst()
                .lines()
                .stream()
                .filter(line -> "Days with calls".equals(line.name().text()))
                .map(line -> line.text().text())
                .toList();
        assertTrue(days.stream().allMatch(line -> line.contains("(1 of 7 days)")), days.toString());
    }

    @Test
    void nobodyStandsOutInTheCaptureThatWasLearned() throws IOException, SettingException {
        SipIndex index = days(TRAINED_DAYS).index();
        CaptureSummary file = index.files().getFirst();
        ModelFile model = METHOD.train(new TrainingRequest(index,
                new TrainingFacts("office", "an office",
                        List.of(new Training.Input(FileName.last(file.path()), "0".repeat(64), file.messages(),
                                file.dialogs())),
                        new Training.Origin("test", Instant.EPOCH, "none")),
                Map.of(), 7), RunMonitor.NONE, UNHEARD);
        SocialDetection found = detect(model, index);
        assertEquals(List.of(), found.findings());
        assertTrue(found.notJudged().getFirst().sentence().text().contains("learned from this capture"));
        assertEquals(List.of("4711"), detect(model, campaign().index()).flags().users());
    }

    @Test
    void tooFewUsualPeriodsToFlagAnybodyAreStated() throws IOException, SettingException {
        SocialDetection found = detect(trained(few().index()), campaign().index());
        assertEquals(List.of(), found.findings());
        assertTrue(found.notJudged().getFirst().sentence().text().contains("12 usual periods"),
                found.notJudged().toString());
        assertTrue(found.flags().comparison().isPresent());
    }

    /// Twelve users who make five calls each.
    private static Scene few() {
        Scene scene = new Scene().every(500);
        for (int i = 0; i < 60; i++) {
            int user = i % 12;
            call(scene, "192.0.2." + (50 + user), "10" + user, "10" + (user + 1 + i / 12) % 12, i);
        }
        return scene;
    }

    @Test
    void theSameTrainingGivesTheSameFileThatGivesTheSameFindings() throws IOException, SettingException {
        ModelFile model = trained(days(TRAINED_DAYS).index());
        assertArrayEquals(model.toBytes(), trained(days(TRAINED_DAYS).index()).toBytes());
        SipIndex index = campaign().index();
        List<Finding> found = detect(model, index).findings();
        assertFalse(found.isEmpty());
        List<Finding> again = detect(ModelFile.read(model.toBytes()), index).findings();
        assertEquals(found.getFirst().id(), again.getFirst().id());
        assertEquals(found.getFirst().grounds(), again.getFirst().grounds());
    }

    @Test
    void tooFewCallsAreNotLearned() {
        Scene scene = new Scene();
        call(scene, Scene.ALICE, "100", "200", 1);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> trained(scene.index()));
        assertTrue(refused.getMessage().contains("1 call"), refused.getMessage());
    }

    @Test
    void aModelOfAnotherMethodIsRefused() throws IOException {
        ModelFile other = new RuleMethod().shipped();
        assertThrows(ModelFormatException.class, () -> METHOD.detector(other));
    }
}
