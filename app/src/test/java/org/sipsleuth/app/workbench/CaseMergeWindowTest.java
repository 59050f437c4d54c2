package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CasePackage;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Cases of others in the window: merged and unpacked.
@ExtendWith(ApplicationExtension.class)
class CaseMergeWindowTest {

    private static final String ANALYST = System.getProperty("user.name", "");
    private static final Subject SCAN = Subject.sequence("OPTIONS 200");

    /// With 100000 the case of the acceptance.
    private static final int ROWS = Integer.getInteger("case.rows", 3_000);

    @TempDir Path directory;
    private TestWindow window;
    private Path file;
    private Path other;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(directory);
        window.show(stage);
        file = directory.resolve("office.case");
        other = directory.resolve("other.case");
        create(file, ANALYST).close();
    }

    private static CaseFile create(Path at, String who) throws IOException {
        return CaseFile.create(at, "office", OutputRules.NEW_FILES, author(who));
    }

    private static Author author(String who) {
        return new Author(who, "test", Clock.systemUTC());
    }

    /// Runs a command of the palette, for which the user chooses a file.
    private void command(String id, Path chosen) {
        window.desktop().willChoose(chosen);
        window.run(() -> window.workbench().openPage("case"));
        window.run(() -> window.workbench()
                .commandGroups()
                .stream()
                .flatMap(group -> group.commands().stream())
                .filter(each -> each.textKey().equals(id))
                .findFirst()
                .orElseThrow()
                .action()
                .run());
    }

    private void open(FxRobot robot) {
        command("casefile.open", file);
        waitUntil(() -> words(robot, "#case-name").equals("office"));
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private List<String> standing() throws IOException {
        try (CaseFile its = CaseFile.openReadOnly(file, author("reader"))) {
            return its.verdicts().standing().stream().map(Verdict::note).toList();
        }
    }

    @Test
    void rowsInTheNameOfTheAnalystAreTakenOnlyWhenAccepted(FxRobot robot) throws IOException {
        try (CaseFile its = CaseFile.open(file, author(ANALYST))) {
            its.decide(SCAN, Judgement.ATTACK_HIGH, "mine", Optional.empty());
        }
        try (CaseFile its = create(other, ANALYST)) {
            its.decide(SCAN, Judgement.SAFE, "forged", Optional.empty());
        }
        open(robot);
        command("casefile.merge", other);
        assertEquals("Merge a case into the open one", window.desktop().title());
        waitUntil(() -> words(robot, "#case-merged").startsWith("other.case was merged: no rows"));
        assertTrue(words(robot, "#case-disputed").startsWith("1 conflict"));
        ListView<?> rows = robot.lookup("#case-disputed-rows").queryAs(ListView.class);
        assertEquals(1, rows.getItems().size());
        assertEquals(List.of("mine"), standing());
        window.checkLegible("case-merge");
        robot.clickOn("Accept the rows of " + ANALYST);
        waitUntil(() -> standing().equals(List.of("forged")));
        waitUntil(() -> words(robot, "#case-merged").contains("1 row added"));
        assertTrue(words(robot, "#case-disputed").isEmpty());
        robot.clickOn("#case-merge-hide");
        assertFalse(robot.lookup("#case-merge-pane").query().isVisible());
    }

    @Test
    void timesThatHaveNotComeAreMarked(FxRobot robot) throws IOException {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        try (CaseFile its = CaseFile.open(file, new Author(ANALYST, "test", ahead))) {
            its.decide(SCAN, Judgement.SAFE, "tomorrow", Optional.empty());
        }
        try (CaseFile its = CaseFile.create(other, "other", OutputRules.NEW_FILES, new Author("bob", "test", ahead))) {
            its.decide(SCAN, Judgement.ANOMALOUS, "bob's", Optional.empty());
        }
        open(robot);
        TableView<?> verdicts = robot.lookup("#case-verdicts").queryAs(TableView.class);
        waitUntil(() -> verdicts.getItems().size() == 1);
        Object when = verdicts.getColumns().get(4).getCellData(0);
        assertTrue(String.valueOf(when).endsWith("(time in the future)"), String.valueOf(when));
        command("casefile.merge", other);
        waitUntil(() -> words(robot, "#case-disputed").startsWith("1 conflict"));
        assertEquals(List.of("tomorrow"), standing());
        assertTrue(robot.lookup("Accept the rows of bob").tryQuery().isEmpty());
    }

    @Test
    void rowsThatWereNotTakenAreSeenInASmallWindow(FxRobot robot) throws IOException {
        try (CaseFile its = create(other, ANALYST)) {
            for (int i = 0; i < 9; i++) {
                its.decide(Subject.sequence("OPTIONS 20" + i), Judgement.SAFE,
                        "answered by a colleague's phone, not by the exchange; see the ticket", Optional.empty());
            }
        }
        try (CaseFile its = CaseFile.open(file, author(ANALYST))) {
            its.decide(SCAN, Judgement.ANOMALOUS, "mine", Optional.empty());
        }
        try (CaseFile its = CaseFile.open(other, author("bob"))) {
            its.decide(SCAN, Judgement.SAFE, "taken, and a conflict", Optional.empty());
        }
        open(robot);
        command("casefile.merge", other);
        waitUntil(() -> words(robot, "#case-disputed").startsWith("9 conflicts"));
        assertEquals("Verdicts contradict each other on 1 matter", words(robot, "#case-conflicts"));
        window.run(() -> {}); // laid out
        ListView<?> rows = robot.lookup("#case-disputed-rows").queryAs(ListView.class);
        assertTrue(rows.getHeight() >= 3 * rows.getFixedCellSize(), () -> "" + rows.getHeight());
        TableView<?> verdicts = robot.lookup("#case-verdicts").queryAs(TableView.class);
        double bottom = verdicts.localToScene(verdicts.getLayoutBounds()).getMaxY();
        assertTrue(bottom <= verdicts.getScene().getHeight(), () -> "" + bottom);
        window.checkLegible("case-merge-rows");
    }

    @Test
    void aMergeWithoutNewsSaysSoAndOneWithItselfIsRefused(FxRobot robot) throws IOException {
        try (CaseFile its = CaseFile.open(file, author(ANALYST))) {
            its.decide(SCAN, Judgement.SAFE, "", Optional.empty());
        }
        Files.copy(file, other);
        open(robot);
        command("casefile.merge", other);
        waitUntil(() -> words(robot, "#case-merged").contains("nothing was added, since the case"));
        command("casefile.merge", file);
        waitUntil(() -> words(robot, "#case-problem").contains("is the case itself"));
    }

    @Test
    void aPackedCaseIsUnpackedAndOpenedAndAHostileOneIsNot(FxRobot robot) throws IOException {
        Path hostile = directory.resolve("hostile.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(hostile))) {
            out.putNextEntry(new ZipEntry("case.case"));
            out.write("no case".getBytes(StandardCharsets.US_ASCII));
        }
        Path folder = directory.resolve("unpacked");
        window.desktop().willSaveTo(folder);
        command("casefile.open", hostile);
        waitUntil(() -> words(robot, "#case-problem").contains("nothing was unpacked"));
        assertFalse(Files.exists(folder));
        window.checkLegible("case-hostile-zip");
        Path zip = directory.resolve("office.zip");
        try (CaseFile its = CaseFile.openReadOnly(file, author("reader"))) {
            CasePackage.write(its, List.of(), List.of(), OutputFile.at(zip, OutputRules.NEW_FILES), RunMonitor.NONE);
        }
        command("casefile.open", zip);
        waitUntil(() -> words(robot, "#case-name").equals("office"));
        assertTrue(words(robot, "#case-file").startsWith(folder.toString()));
        assertTrue(words(robot, "#case-problem").isEmpty());
    }

    @Test
    void theWindowAnswersWhileManyRowsAreMerged(FxRobot robot) throws Exception {
        try (CaseFile its = create(other, "bob")) {
            its.store().change(change -> {
                for (int i = 1; i <= ROWS; i++) {
                    change.put(CaseTable.VERDICT,
                            new Verdict("%032x".formatted(i), i, Subject.dialog("call-" + i), Optional.empty(), "safe",
                                    "checked", Optional.empty(), Optional.empty(), change.at().toString(), "bob")
                                    .row());
                }
                return null;
            });
        }
        open(robot);
        CountDownLatch merged = new CountDownLatch(1);
        AtomicInteger pulses = new AtomicInteger();
        long[] gaps = {0, 0};
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                long at = System.nanoTime();
                gaps[1] = Math.max(gaps[1], at - gaps[0]);
                gaps[0] = at;
                if (robot.lookup("#case-progress").tryQuery().isPresent()) {
                    pulses.incrementAndGet();
                }
                if (robot.lookup("#case-merged").tryQuery().isPresent()) {
                    merged.countDown();
                }
            }
        };
        window.run(() -> {
            gaps[0] = System.nanoTime();
            timer.start();
        });
        command("casefile.merge", other);
        assertTrue(merged.await(5, TimeUnit.MINUTES), "it was merged");
        waitUntil(() -> words(robot, "#case-merged").contains("rows added"));
        TableView<?> verdicts = robot.lookup("#case-verdicts").queryAs(TableView.class);
        waitUntil(() -> verdicts.getItems().size() == ROWS);
        window.run(timer::stop);
        assertTrue(pulses.get() > 0, "the window was drawn while it merged");
        System.out.printf("%,d rows: %,d pulses while merging, longest gap %,d ms%n", ROWS, pulses.get(),
                gaps[1] / 1_000_000);
    }
}
