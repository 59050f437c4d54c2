package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {

    @TempDir private Path folder;

    private static Run evaluate(String... options) {
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[]{"evaluate", "legs", "--splits", "1", "--quiet"}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        Run run = Run.of(all);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    /// One evaluation for each place and format: they take seconds.
    @Test
    void theResultGoesWhereItIsWantedAsItIsWanted() throws IOException {
        Path csv = folder.resolve("legs.csv");
        Path deprecated = folder.resolve("legs.json");
        Run run = evaluate("-o", csv.toString(), "--json", deprecated.toString());
        assertEquals("", run.out());
        String rows = Files.readString(csv);
        assertTrue(
                rows.startsWith(
                        "method,table,title,name,paper,ours,ours_least,ours_most,must,met,simplest,best\r\nlegs,"),
                rows);
        assertTrue(Files.readString(deprecated).startsWith("{\n"));
        String json = evaluate("-o", "-", "--format", "json").out();
        assertTrue(json.startsWith("{\n  \"method\":\"legs\""), json);
    }
}
