package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.sequence.novelty.HopScene;

/// `sipsleuth problems` for programs.
final class ProblemsCommandTest {

    @TempDir private Path folder;

    /// Lists are cut, their counts are not.
    @Test
    void countsSayHowManyThereAreWhereAListIsCut() throws IOException {
        for (int calls : new int[]{3, 1_002}) {
            HopScene scene = new HopScene();
            for (int call = 0; call < calls; call++) {
                scene.callId("c" + call).transaction("INVITE 500 ACK");
            }
            Path file = folder.resolve(calls + ".pcap");
            scene.write(file);
            Run run = Run.of("problems", file.toString(), "--format", "json");
            Map<?, ?> problem = (Map<?, ?>) ((List<?>) JsonText.value(run.out())).getFirst();
            assertEquals(Math.min(calls, 1_000), ((List<?>) problem.get("dialogs")).size(), "listed");
            assertEquals(calls, number(problem, "dialog_count"));
            assertEquals(calls, number(problem, "evidence_count"));
            assertEquals(1, number(problem, "user_count"));
        }
    }

    /// What nobody is known to suffer from is named, too: `problems` lists it.
    @Test
    void analyzeNamesCausesThatAreNoFailures() throws IOException {
        Path file = folder.resolve("mailbox.pcap");
        HopScene scene = new HopScene().calls(30);
        scene.callId("a").transaction("SUBSCRIBE 404").callId("b").transaction("PUBLISH 501");
        scene.callId("c").transaction("SUBSCRIBE 404").after(1_000).calls(1).write(file);
        Path report = folder.resolve("report.html");
        assertEquals(0, Run.of("analyze", file.toString(), "-o", report.toString()).code());
        assertTrue(Files.readString(report).contains("PUBLISH failed: Method not supported (501)"), "the report");
        String text = Run.of("analyze", file.toString()).out().replaceAll("\\s+", " ");
        assertTrue(text.contains("Also noticed, no harm seen: "), text);
        assertTrue(text.contains("SUBSCRIBE refused: not found (404) (2)"), text);
        assertTrue(text.contains("PUBLISH failed: Method not supported (501) (1)"), text);
        assertFalse(text.contains("Problems -"), text);
    }

    @Test
    void analyzeNamesTheFramesThatShowAProblem() throws IOException {
        Path file = folder.resolve("failed.pcap");
        new HopScene().callId("a").transaction("INVITE 500 ACK").callId("b").transaction("INVITE 500 ACK").write(file);
        String text = Run.of("analyze", file.toString()).out();
        assertTrue(text.contains("; frames 2, 5"), text);
    }

    @Test
    void refusedCallsHaveARowOfTheirReasonAndTheSameWordsEverywhere() throws IOException {
        Path file = folder.resolve("refused.pcap");
        HopScene scene = new HopScene().calls(1);
        scene.callId("unknown").transaction("INVITE 404 ACK");
        scene.callId("busy").transaction("INVITE 100 486 ACK");
        scene.write(file);
        Run rows = Run.of("problems", file.toString(), "--format", "csv");
        Run text = Run.of("problems", file.toString());
        Run analysed = Run.of("analyze", file.toString());
        String headline = "2 of 3 calls refused or not answered.";
        assertTrue(text.err().contains(headline), text.err());
        assertTrue(analysed.out().contains(headline), analysed.out());
        assertTrue(analysed.out().contains("Refused or not answered\n- 1 call: INVITE refused: "), analysed.out());
        for (String title : List.of("INVITE refused: not found (404)", "INVITE refused: busy (486)")) {
            assertEquals(1, rows.out().lines().filter(line -> line.contains("info," + title + ",")).count(),
                    rows.out());
            assertTrue(analysed.out().contains(title + "."), analysed.out());
        }
        assertEquals(3, rows.out().lines().count(), "each call in one row: " + rows.out());
    }

    private static int number(Map<?, ?> problem, String name) {
        return ((Number) problem.get(name)).intValue();
    }
}
