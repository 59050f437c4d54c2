package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// The oracle of filters is TShark: the same frames for the same expression. `frames.tsv` holds the
/// number of frames and their sum as TShark 4.0.17 gave them; where TShark is installed, some
/// expressions are asked again (all, with `-Dsipsleuth.filters=all`).
final class TsharkFilterTest {

    private static final int ASKED_AGAIN = 13;

    @TempDir private Path folder;

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = TsharkFilterTest.class.getResourceAsStream("filter/" + resource)) {
            assertTrue(in != null, resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private Path sample(String file) throws IOException {
        SampleCapture sample =
                SampleCaptures.list().stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
        return SampleCaptures.copyTo(sample, folder);
    }

    private static List<Integer> frames(SipIndex index, String expression) {
        try {
            return Filter.of(expression, KnownFields.catalog())
                    .run(index, RunMonitor.NONE)
                    .messages()
                    .map(index.messages()::frame)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
        } catch (FilterSyntaxException wrong) {
            throw new AssertionError(expression + ": " + wrong.sentence(), wrong);
        }
    }

    @Test
    void filtersGiveTheFramesThatTsharkGave() throws IOException {
        List<String> expressions = lines("expressions.txt");
        List<String> captures = Arrays.asList(lines("frames.tsv").getFirst().split("\t", -1));
        List<String> reported = lines("frames.tsv").subList(1, expressions.size() + 1);
        for (int c = 0; c < captures.size(); c++) {
            SipIndex index = CaptureIndexer.read(List.of(sample(captures.get(c))), RunMonitor.NONE);
            for (int e = 0; e < expressions.size(); e++) {
                List<Integer> frames = frames(index, expressions.get(e));
                long sum = frames.stream().mapToLong(Integer::longValue).sum();
                assertEquals(reported.get(e).split("\t", -1)[c], frames.size() + ":" + sum,
                        expressions.get(e) + " on " + captures.get(c));
            }
        }
    }

    @Test
    void filtersGiveTheFramesThatTsharkGives() throws IOException, InterruptedException {
        assumeTrue(hasTshark(), "TShark is not installed");
        boolean all = "all".equals(System.getProperty("sipsleuth.filters"));
        List<String> expressions = lines("expressions.txt");
        Path file = sample("transfer.pcap");
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        for (int e = 0; e < expressions.size(); e += all ? 1 : ASKED_AGAIN) {
            String ours =
                    frames(index, expressions.get(e)).stream().map(String::valueOf).collect(Collectors.joining("\n"));
            assertEquals(tshark(file, expressions.get(e)), ours, expressions.get(e));
        }
    }

    private static boolean hasTshark() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
    }

    private static String tshark(Path file, String expression) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-Y", expression));
        command.addAll(List.of("-T", "fields", "-e", "frame.number"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), expression);
        return out.strip();
    }
}
