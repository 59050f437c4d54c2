package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.InterruptedCase;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.file.OutputRules;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Cases that are opened in the window from folders in which somebody put other things.
@ExtendWith(ApplicationExtension.class)
class HostileCaseWindowTest {

    @TempDir Path directory;
    private TestWindow window;
    private Path evidence;
    private byte[] bytes;
    private Path intact;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(directory);
        window.show(stage);
        evidence = window.sample("call.pcap");
        bytes = Files.readAllBytes(evidence);
        intact = directory.resolve("intact.case");
        CaseFile.create(intact, "office", OutputRules.NEW_FILES, new Author("alice", "test", Clock.systemUTC()))
                .close();
    }

    private Path copy(String name) throws IOException {
        return Files.copy(intact, directory.resolve(name));
    }

    private void open(Path file) {
        window.desktop().willChoose(file);
        window.run(() -> window.workbench()
                .commandGroups()
                .stream()
                .flatMap(group -> group.commands().stream())
                .filter(each -> each.textKey().equals("casefile.open"))
                .findFirst()
                .orElseThrow()
                .action()
                .run());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private void assertEvidenceIsThere() throws IOException {
        assertArrayEquals(bytes, Files.readAllBytes(evidence));
    }

    /// Opens it; all that lies there stays as it is.
    private void assertOpensReadOnly(FxRobot robot, String name) throws IOException {
        open(directory.resolve(name));
        waitUntil(() -> {
            String why = words(robot, "#case-obstacle");
            return why.startsWith("Read-only") && why.contains("." + name);
        });
        assertEvidenceIsThere();
    }

    @Test
    void nothingButTheCaseIsChanged(FxRobot robot) throws Exception {
        window.run(() -> window.workbench().openPage("case"));
        copy("a.case");
        Files.createSymbolicLink(directory.resolve(".a.case.sipsleuth-lock"), evidence);
        assertOpensReadOnly(robot, "a.case");
        window.checkLegible("case-foreign-lock");
        copy("b.case");
        Files.createLink(directory.resolve(".b.case.sipsleuth-lock"), evidence);
        assertOpensReadOnly(robot, "b.case");
        copy("c.case");
        Path pipe = directory.resolve(".c.case.sipsleuth-lock");
        assertEquals(0, new ProcessBuilder("mkfifo", "" + pipe).start().waitFor());
        assertOpensReadOnly(robot, "c.case");
        Path old = copy("d.case");
        Files.createSymbolicLink(directory.resolve("d.case.lock"), evidence);
        open(old);
        waitUntil(() -> words(robot, "#case-file").equals(old.toString()));
        assertEvidenceIsThere();

        InterruptedCase hostile = InterruptedCase.of(intact, directory.resolve("e.case"));
        hostile.addSuperJournal(evidence);
        open(hostile.file());
        waitUntil(() -> words(robot, "#case-problem").contains("names another file"));
        window.checkLegible("case-foreign-journal");
        assertEvidenceIsThere();
        Path linked = copy("f.case");
        Files.createSymbolicLink(directory.resolve("f.case-journal"), evidence);
        open(linked);
        waitUntil(() -> words(robot, "#case-problem").contains("f.case-journal"));
        assertEvidenceIsThere();
        assertTrue(Files.exists(hostile.journal(), LinkOption.NOFOLLOW_LINKS));

        InterruptedCase honest = InterruptedCase.of(intact, directory.resolve("g.case"));
        open(honest.file());
        waitUntil(() -> words(robot, "#case-file").equals(honest.file().toString()));
        assertTrue(Files.notExists(honest.journal()));
        assertEquals("", words(robot, "#case-problem"));
        assertEquals("", words(robot, "#case-obstacle"));
    }
}
