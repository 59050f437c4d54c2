package org.sipsleuth.app.command.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `bench/nightly` draws stored results and finds figures that moved.
@EnabledOnOs(OS.LINUX)
final class NightlyScriptTest {

    private static final Path SCRIPT = Path.of("..", "bench", "nightly").toAbsolutePath().normalize();

    @TempDir private Path folder;

    private record Outcome(int code, String out) {}

    private static Outcome nightly(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }

    private Path result(String name, String date, String found, String millis) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {
                  "method":"legs",
                  "command":[
                    "evaluate"
                  ],
                  "date":"%s",
                  "took_seconds":%s,
                  "tables":[
                    {
                      "id":"t",
                      "rows":[
                        {
                          "name":"found",
                          "ours":%s
                        },
                        {
                          "name":"µs",
                          "ours":%s,
                          "timed":true
                        }
                      ]
                    }
                  ]
                }
                """.formatted(date, millis, found, millis));
    }

    @Test
    void movedFiguresAreNamedAndTimesAreNot() throws IOException, InterruptedException {
        String stored = result("stored", "2026-11-29", "0.5", "12").toString();
        assertEquals(new Outcome(0, ""),
                nightly("--compare", stored, result("later", "2026-12-01", "0.5", "13").toString()));
        Outcome moved = nightly("--compare", stored, result("moved", "2026-12-01", "0.25", "12").toString());
        assertEquals(1, moved.code());
        assertTrue(moved.out().contains("\n> ") && moved.out().contains("{ \"name\":\"found\", \"ours\":0.25 }"),
                moved.out());
    }

    @Test
    void theSameSeedDrawsTheSame() throws IOException, InterruptedException {
        Outcome drawn = nightly("--draw", "--seed", "2026-11-29", "--count", "2");
        assertEquals(0, drawn.code());
        assertEquals(2, drawn.out().lines().count(), drawn.out());
        assertEquals(drawn, nightly("--draw", "--seed", "2026-11-29", "--count", "2"));
        List<String> firsts = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            firsts.add(nightly("--draw", "--seed", "day " + day, "--count", "1").out());
        }
        assertNotEquals(1, firsts.stream().distinct().count(), firsts::toString);
    }
}
