package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangePointsTest {

    @TempDir private Path folder;

    /// Noise around 4 a second, and a flood of 50 a second from 40 to 60.
    private Path run() throws IOException {
        Random random = new Random(3);
        List<String> rows = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (int second = 0; second < 120; second++) {
            int invites = random.nextInt(9) + (second >= 40 && second < 60 ? 50 : 0);
            rows.add("%d %d %d %d %d".formatted(random.nextInt(3), invites, 0, 1, 0));
            marks.add(second == 41 || second == 60 ? "1" : "0");
        }
        Files.write(folder.resolve("headers.txt"), List.of("REGISTER", "INVITE", "OPTIONS", "BYE", "CANCEL"));
        Files.write(folder.resolve("cps.txt"), marks);
        return Files.write(folder.resolve("obs.txt"), rows);
    }

    @Test
    void beginningAndEndOfAFloodAreFoundAndNothingElse() throws IOException {
        ChangePoints found = ChangePoints.read(run());
        assertEquals(120, found.seconds());
        assertEquals(1, found.share());
        assertEquals(0, found.wrong());
        assertEquals(List.of(40, 60), List.copyOf(found.found()));
    }

    @Test
    void aFileOfAnotherKindIsAnError() throws IOException {
        Path run = run();
        Files.write(run, List.of("1 2 x 4 5"));
        assertThrows(IOException.class, () -> ChangePoints.read(run));
        Files.write(run, List.of("1 2"));
        assertThrows(IOException.class, () -> ChangePoints.read(run));
        Files.write(run, List.of("1 2 3 4 -5"));
        assertThrows(IOException.class, () -> ChangePoints.read(run));
    }
}
