package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// That the table of the sample captures in their README says what `info` says. With
/// `-Dsipsleuth.samples=write` the numbers are written into it.
final class SampleTableTest {

    private static final Path FOLDER = Path.of("../sample-captures");
    private static final Path README = FOLDER.resolve("README.md");
    private static final String HEAD = "| Capture | Story | Programs | Packets / SIP messages / dialogs | SHA-256 |";

    /// A row: name, file, story, and programs, which are not counted but recorded.
    private static final Pattern ROW =
            Pattern.compile("\\| \\*\\*(.+)\\*\\* \\[`(.+)`]\\(.+\\) \\| (.+) \\| (.+) \\| .+ \\| `.+` \\|");

    @Test
    void tableOfSamplesSaysWhatInfoSays() throws IOException {
        List<String> lines = Files.readAllLines(README);
        int from = lines.indexOf("<!-- table -->") + 1;
        int to = lines.indexOf("<!-- end of table -->");
        List<String> table = new ArrayList<>(List.of(HEAD, "| --- | --- | --- | --- | --- |"));
        List<SampleCapture> samples = SampleCaptures.list();
        assertEquals(samples.size(), to - from - 2, "a row for each sample");
        for (int i = 0; i < samples.size(); i++) {
            table.add(row(samples.get(i), lines.get(from + 2 + i)));
        }
        if ("write".equals(System.getProperty("sipsleuth.samples"))) {
            List<String> written = new ArrayList<>(lines.subList(0, from));
            written.addAll(table);
            written.addAll(lines.subList(to, lines.size()));
            Files.write(README, written);
            return;
        }
        assertEquals(String.join("\n", table), String.join("\n", lines.subList(from, to)));
    }

    private static String row(SampleCapture sample, String before) throws IOException {
        Matcher its = ROW.matcher(before);
        String programs = its.matches() ? its.group(4) : "";
        CaptureSummary summary =
                CaptureIndexer.summarize(List.of(FOLDER.resolve(sample.file())), ReadOptions.NONE, RunMonitor.NONE)
                        .getFirst();
        assertEquals(summary.messages(), sample.messages(), "messages of " + sample.file() + " in samples.tsv");
        return "| **%s** [`%s`](%s) | %s | %s | %d / %d / %d | `%s` |".formatted(sample.name(), sample.file(),
                sample.file(), sample.story(), programs, summary.frames(), summary.messages(), summary.dialogs(),
                summary.sha256(RunMonitor.NONE));
    }
}
