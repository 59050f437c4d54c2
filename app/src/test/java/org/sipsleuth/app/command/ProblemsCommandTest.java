package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
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

    private static int number(Map<?, ?> problem, String name) {
        return ((Number) problem.get(name)).intValue();
    }
}
