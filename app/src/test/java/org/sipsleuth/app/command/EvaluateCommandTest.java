package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Test
    void aStoredResultNamesItsCommandWhichGivesTheSameTablesAgain() throws IOException {
        Path first = folder.resolve("first.json");
        evaluate("--quick", "--seed", "9601", "-o", first.toString());
        Map<String, Object> stored = JsonText.object(Files.readString(first));
        List<String> command = strings(stored.get("command"));
        assertEquals(List.of("evaluate", "legs", "--seed", "9601", "--quick"), command);
        assertEquals(List.of(Map.of("purpose", "test", "from", 9_601L, "count", 1L)), stored.get("seeds"));
        assertTrue(stored.keySet().containsAll(List.of("version", "commit", "changed", "date")), stored::toString);
        Path second = folder.resolve("second.json");
        List<String> again = new ArrayList<>(command);
        again.addAll(List.of("--quiet", "-o", second.toString()));
        Run run = Run.of(again.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        assertEquals(stored.get("tables"), JsonText.object(Files.readString(second)).get("tables"));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    /// The tests have much less memory.
    @Test
    void memoryIsComparedBeforeTheFirstCaptureIsSimulated() {
        Run run = Run.of("evaluate", "flood", "--full");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("evaluate flood: not enough memory: "), run.err());
        assertTrue(run.err().contains("about 8192 MB are needed; run it again with SIPSLEUTH_OPTS=-Xmx8192m"),
                run.err());
        assertEquals("", run.out());
    }

    @Test
    void lessAndMoreThanUsualExcludeEachOther() {
        Run run = Run.of("evaluate", "legs", "--quick", "--full");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--quick and --full exclude each other"), run.err());
    }
}
