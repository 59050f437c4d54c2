package org.sipsleuth.encapsulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// TShark reads the captures that the tests generate, and finds the same messages in the same
/// frames. Skipped where it is not installed. What was compared is written to
/// `target/encapsulations.txt`.
class ReadByTsharkTest {

    private static final Path REPORT = Path.of("target", "encapsulations.txt");
    private static final long START_MICROS = 1_700_000_000_000_000L;

    private static final List<String> REPORTED = new ArrayList<>();

    @TempDir private Path folder;

    @BeforeAll
    static void tsharkIsThere() throws InterruptedException {
        assumeFalse(Tshark.version().isEmpty(),
                "TShark is not installed: nothing to compare the generated captures with");
    }

    static List<TsharkNeeds> needs() {
        return Carriers.all().stream().map(TsharkNeeds::of).distinct().toList();
    }

    static List<Form> forms() {
        return Form.all();
    }

    /// Carriers that need the same options lie in one capture, each between hosts of its own.
    @ParameterizedTest
    @MethodSource("needs")
    void tsharkFindsTheSameMessages(TsharkNeeds needs) throws IOException, InterruptedException {
        List<Carrier> carriers = Carriers.all().stream().filter(c -> TsharkNeeds.of(c).equals(needs)).toList();
        PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN);
        Transcript.CALLS.forEach(session -> writer.tlsSecrets(Transcript.of(session).keys()));
        List<Integer> linkTypes = new ArrayList<>();
        Map<Carrier, Integer> ends = new LinkedHashMap<>();
        int frames = 0;
        for (Carrier carrier : carriers) {
            int linkType = carrier.wire().linkType();
            if (!linkTypes.contains(linkType)) {
                linkTypes.add(linkType);
                writer.capturesOn(linkType);
            }
            int number = ends.size();
            Call call = Call.of(number + "@example.org");
            for (Sent frame : carrier.numbered(number).frames(call)) {
                long micros = START_MICROS + 1_000L * frames++;
                writer.packet(linkTypes.indexOf(linkType), micros, frame.bytes());
            }
            ends.put(carrier, frames);
        }
        Path capture = Files.write(folder.resolve("calls.pcapng"), writer.bytes());
        Map<Integer, String> theirs = Tshark.reports(capture, needs.options());
        compare(ends, ours(capture), theirs, needs);
    }

    private static void compare(Map<Carrier, Integer> ends, Map<Integer, String> ours, Map<Integer, String> theirs,
            TsharkNeeds needs) throws IOException {
        Map<String, Map<Integer, String>> expected = new TreeMap<>();
        Map<String, Map<Integer, String>> reported = new TreeMap<>();
        int from = 1;
        for (Map.Entry<Carrier, Integer> end : ends.entrySet()) {
            String name = end.getKey().name();
            int to = end.getValue();
            Map<Integer, String> mine = between(ours, from, to);
            Map<Integer, String> its = between(theirs, from, to);
            report("%s\t%d\t%d\t%s".formatted(name, messages(mine), messages(its), needs));
            if (needs.reads() || !its.isEmpty()) { // later versions may read more
                expected.put(name, mine);
                reported.put(name, its);
            }
            from = to + 1;
        }
        assertEquals(expected, reported);
    }

    private static Map<Integer, String> between(Map<Integer, String> frames, int from, int to) {
        return frames.entrySet()
                .stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }

    private static int messages(Map<Integer, String> frames) {
        return frames.values().stream().mapToInt(Tshark::messages).sum();
    }

    private static void report(String line) throws IOException {
        REPORTED.add(line);
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, REPORTED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tsharkReadsTheSameFiles(Form form) throws IOException, InterruptedException {
        List<Talk> talks = new ArrayList<>(List.of(Talk.UDP));
        if (form.carriesSecrets()) {
            Carriers.talks()
                    .stream()
                    .filter(talk -> talk.name().equals("TLS 1.3, aes-128-gcm-sha256"))
                    .forEach(talks::add);
        }
        for (Talk talk : talks) {
            Carrier carrier = Carrier.of(talk, Hosts.IPV4);
            List<Sent> frames = carrier.frames(Call.usual());
            byte[] file = form.writing().file(carrier.wire().linkType(), frames, talk.secrets());
            Path capture = Files.write(folder.resolve("call.capture"), file);
            Map<Integer, String> theirs = Tshark.reports(capture, List.of());
            Map<Integer, String> ours = ours(capture);
            report("%s in %s\t%d\t%d".formatted(talk, form, messages(ours), messages(theirs)));
            assertEquals(ours, theirs);
        }
    }

    private static Map<Integer, String> ours(Path capture) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        MessageTable messages = index.messages();
        Map<Integer, List<Integer>> frames = new TreeMap<>();
        for (int i = 0; i < messages.size(); i++) {
            frames.computeIfAbsent(messages.frame(i), _ -> new ArrayList<>()).add(i);
        }
        Map<Integer, String> lines = new TreeMap<>();
        frames.forEach((frame, numbers) -> lines.put(frame, line(index, numbers)));
        return lines;
    }

    private static String line(SipIndex index, List<Integer> messages) {
        List<String> methods = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        List<String> callIds = new ArrayList<>();
        for (int message : messages) {
            String type = index.messages().typeName(index.messages().type(message));
            (index.messages().isRequest(message) ? methods : statuses).add(type);
            callIds.add(index.dialogs().callId(index.messages().dialog(message)));
        }
        return Tshark.line(methods, statuses, callIds);
    }
}
