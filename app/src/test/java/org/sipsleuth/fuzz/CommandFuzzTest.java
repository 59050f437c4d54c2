package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.AnalysisParts;
import org.sipsleuth.report.exchange.ExchangeRequest;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.InvestigationFormats;
import org.sipsleuth.report.exchange.ReportRequest;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;
import org.sipsleuth.triage.TriageQueue;

/// Commands show captures whose messages are damaged, out of order or missing, without failing.
final class CommandFuzzTest {

    private static final int CAPTURES = Integer.getInteger("sipsleuth.fuzz.captures", 2_000);
    private static final int FEW = 3;
    private static final long SEED = Long.getLong("sipsleuth.fuzz.seed", 4475);
    private static final long FIRST = Long.getLong("sipsleuth.fuzz.from", 0);
    private static final Path SAMPLES = Path.of("..", "sample-captures");

    private static final String COLUMNS = Stream
            .concat(Stream.of(DialogField.values()).map(DialogField::key), Stream.of("problem.kind", "problem.title"))
            .collect(Collectors.joining(","));

    /// What every capture is asked for; [#investigate] does what `analyze` and `triage` do.
    private static final List<List<String>> COMMANDS = List.of(List.of("info", "--format", "json"),
            List.of("dialogs", "--legs"), List.of("dialogs", "--format", "json", "--columns", COLUMNS),
            List.of("messages", "--format", "json"), List.of("statistics", "--format", "json"),
            List.of("problems", "--format", "json"), List.of("calls", "--format", "json"));

    /// Forms of ladders; the number of the capture chooses one.
    private static final List<List<String>> LADDERS =
            List.of(List.of("--notes", "--hints", "--states", "--transactions", "--media", "--legs"),
                    List.of("--compressed", "--to-scale", "--lifelines", "port"),
                    List.of("--no-retransmissions", "--only-sdp", "--delta", "start"),
                    List.of("--lifelines", "domain", "--color-by", "transaction"), List.of("--format", "csv"),
                    List.of("--format", "json"), List.of("-o", "ladder.svg", "--force", "--notes", "--states"),
                    List.of("-o", "ladder.pdf", "--force", "--transactions", "--media"),
                    List.of("-o", "ladder.png", "--force"), List.of("-o", "ladder.txt", "--force", "--notes"));

    private static final Pattern PLACE =
            Pattern.compile("(org\\.sipsleuth\\.[\\w.$]+)\\.([\\w$<>]+) ?\\((\\w+\\.java):(\\d+)\\)");

    @TempDir private Path folder;
    private final List<Detector> detectors = new ArrayList<>();
    private final ByteArrayOutputStream reported = new ByteArrayOutputStream();

    /// What a command does not do with any capture.
    private static final class CommandFailure extends AssertionError {

        private static final long serialVersionUID = 1;

        /// @param fault has a stack trace, or the line to be reported
        CommandFailure(List<String> command, String fault) {
            super(command + ": " + fault);
            Matcher place = PLACE.matcher(fault);
            if (place.find()) { // where it failed tells it from others
                setStackTrace(new StackTraceElement[]{
                    new StackTraceElement(place.group(1), place.group(2), place.group(3),
                            Integer.parseInt(place.group(4)))});
            }
        }
    }

    /// @return how many commands have shown something
    private long run(List<byte[]> captures) throws IOException {
        long shown = 0;
        for (byte[] each : captures) {
            Path capture = Files.write(folder.resolve("capture.pcap"), each);
            SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
            readFields(index);
            investigate(index, InvestigationFormats.ALL.get(each.length % InvestigationFormats.ALL.size()));
            List<List<String>> commands = new ArrayList<>(COMMANDS);
            List<String> calls = calls(index);
            if (!calls.isEmpty()) {
                commands.add(List.of("find", "--ladder", "--", calls.getFirst()));
                commands.add(ladder(calls, LADDERS.get(each.length % LADDERS.size())));
            }
            for (List<String> command : commands) {
                shown += run(capture, command);
            }
        }
        return shown;
    }

    /// Reads the value of every field of filters that needs no method, of every message.
    private static void readFields(SipIndex index) {
        Row row = new Row(index);
        Values values = new Values();
        for (Field field : KnownFields.catalog().fields()) {
            for (int message = 0; message < index.messages().size(); message++) {
                row.move(message);
                values.clear();
                field.read(row, values);
            }
        }
    }

    /// Looks for incidents with all methods and the bundled models, makes the queue of the triage, and
    /// writes what was found; the models are opened once.
    private void investigate(SipIndex index, InvestigationFormat format) throws IOException {
        Investigation found = CaptureSession.investigate(index, detectors, Runnable::run, RunMonitor.NONE);
        if (!found.faults().isEmpty()) {
            throw new CommandFailure(List.of("analyze"), found.faults().getFirst().sentence().text());
        }
        TriageQueue.of(found, RunMonitor.NONE).ifPresent(queue -> queue.items().forEach(queue::similar));
        ReportRequest report =
                new ReportRequest(ReportSettings.STANDARD, Instant.EPOCH, List.of(), CaseRecord.NONE, Optional.empty());
        format.write(found, new ExchangeRequest(AnalysisParts.ALL, Methods.standard(), false, false, _ -> "00",
                RunMonitor.NONE, report), Destination.ofFile(OutputStream.nullOutputStream()));
    }

    private static List<String> calls(SipIndex index) {
        return IntStream.range(0, index.dialogs().size())
                .mapToObj(index.dialogs()::callId)
                .filter(callId -> !callId.isEmpty())
                .limit(4)
                .toList();
    }

    private List<String> ladder(List<String> calls, List<String> form) {
        return Stream
                .of(Stream.of("ladder"), calls.stream().map(callId -> "--call-id=" + callId),
                        form.stream().map(word -> word.startsWith("ladder.") ? folder.resolve(word).toString() : word))
                .flatMap(each -> each)
                .toList();
    }

    private static int run(Path capture, List<String> command) {
        Run run = Run.of(Stream.concat(command.stream(), Stream.of(capture.toString())).toArray(String[]::new));
        if (run.code() == 1 || run.code() == 6 || run.err().contains("\tat ")) {
            throw new CommandFailure(command, run.err());
        }
        return run.code() == 0 ? 1 : 0;
    }

    private int findings(MessageOrder messages, int captures) throws IOException {
        List<FuzzTarget> targets = List.of(new FuzzTarget("order", List.of(), messages::ordered, this::run),
                new FuzzTarget("bytes", List.of(), messages::damaged, this::run));
        PrintStream out = new PrintStream(reported, true, StandardCharsets.UTF_8);
        int findings =
                new FuzzRun(out, Path.of("target", "fuzz")).from(SEED, FIRST).inputs(captures).together(1).all(targets);
        System.out.print(reported.toString(StandardCharsets.UTF_8));
        return findings;
    }

    @BeforeEach
    void openModels() throws IOException {
        for (ModelFile model : Methods.standard().withUntrained(Methods.standard().shipped())) {
            detectors.add(Methods.standard().detector(model));
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> all = Files.list(SAMPLES)) {
            return all.filter(each -> each.toString().matches(".*\\.pcap(ng)?")).sorted().toList();
        }
    }

    @Test
    void commandsShowAFewCapturesWithoutFailing() throws IOException {
        assertEquals(0, findings(new MessageOrder(samples()), FEW), () -> reported.toString(StandardCharsets.UTF_8));
    }

    @Test
    @Tag("long")
    void commandsShowCapturesOfSamplesAndScenariosWithoutFailing() throws IOException {
        List<Path> captures = new ArrayList<>(samples());
        for (String scenario : List.of("hijack", "mutations", "toll-fraud")) {
            Path generated = folder.resolve(scenario + ".pcap");
            assertEquals(0,
                    Run.of("simulate", scenario, "--seed", Long.toString(SEED), "-o", generated.toString()).code());
            captures.add(generated);
        }
        assertTrue(captures.size() > 20);
        assertEquals(0, findings(new MessageOrder(captures), CAPTURES),
                () -> reported.toString(StandardCharsets.UTF_8));
    }
}
