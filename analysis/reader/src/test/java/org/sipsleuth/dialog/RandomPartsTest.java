package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.part.BlockSource;
import org.sipsleuth.dialog.part.BlockWork;
import org.sipsleuth.dialog.part.RandomTrees;
import org.sipsleuth.run.RunMonitor;

/// In whatever parts files are read, whoever takes them apart and however they are joined: the index
/// is that of reading from the first frame to the last.
class RandomPartsTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final int TREES = 1_000;
    private static final int MIXED = 40;

    /// Numbers of processors are compared on every third capture.
    private static final int EACH = 3;

    private static final int PCAP_HEADER_BYTES = 24;

    @TempDir Path directory;

    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private final List<List<Path>> captures = new ArrayList<>();

    /// All sample captures; traffic whose messages are in several frames each; the same cut off
    /// anywhere, with wrong bytes, in several files one after the other, and twice side by side.
    @BeforeEach
    void fill() throws IOException {
        Random random = new Random(1);
        List<Path> whole = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            files.filter(file -> file.toString().matches(".*\\.pcap(ng)?")).sorted().forEach(whole::add);
        }
        assertTrue(whole.size() > 20, whole.toString());
        for (int seed = 1; seed <= MIXED; seed++) {
            PcapWriter pcap = new PcapWriter(1);
            long seconds = 1_700_000_000L;
            for (byte[] frame : MixedTraffic.of(seed)) {
                pcap.frame(seconds++ / 4, random.nextInt(1_000_000), frame);
            }
            whole.add(Files.write(directory.resolve("mixed-" + seed + ".pcap"), pcap.bytes()));
        }
        for (Path each : whole) {
            captures.add(List.of(each));
            byte[] bytes = Files.readAllBytes(each);
            byte[] cut = Arrays.copyOf(bytes, PCAP_HEADER_BYTES + random.nextInt(bytes.length - PCAP_HEADER_BYTES));
            captures.add(List.of(Files.write(directory.resolve("cut-" + each.getFileName()), cut)));
            for (int i = 0; i < 1 + bytes.length / 2_000; i++) {
                bytes[PCAP_HEADER_BYTES + random.nextInt(bytes.length - PCAP_HEADER_BYTES)] = (byte) random.nextInt();
            }
            Path wrong = Files.write(directory.resolve("wrong-" + each.getFileName()), bytes);
            captures.add(List.of(wrong));
            captures.add(List.of(each, wrong));
            captures.add(List.of(each, Files.copy(each, directory.resolve("copy-" + each.getFileName()))));
        }
    }

    @AfterEach
    void stop() {
        others.shutdown();
    }

    @Test
    void everyTreeOfPartsGivesTheIndexOfTheWhole() throws IOException {
        Random random = new Random(2);
        Map<Integer, String> right = new HashMap<>();
        for (int i = 0; i < TREES; i++) {
            int chosen = i % captures.size();
            List<Path> files = captures.get(chosen);
            String expected = right.get(chosen);
            if (expected == null) {
                expected = read(files, () -> RandomTrees.sequential(others));
                right.put(chosen, expected);
            }
            long seed = random.nextLong();
            assertEquals(expected, read(files, () -> new RandomTrees(new Random(seed), others)),
                    files + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16})
    void theNumberOfProcessorsChangesNothing(int processors) throws IOException {
        for (int i = processors % EACH; i < captures.size(); i += EACH) {
            List<Path> files = captures.get(i);
            assertEquals(read(files, () -> RandomTrees.sequential(others)),
                    read(files, () -> new BlockWork(processors)), files.toString());
        }
    }

    private static String read(List<Path> files, Supplier<BlockSource> source) throws IOException {
        try {
            return text(CaptureIndexer.index(files, new ReadOptions(List.of(), files.size() > 1), RunMonitor.NONE, null,
                    source));
        } catch (CaptureFormatException none) {
            return String.valueOf(none.getMessage());
        }
    }

    /// All that an index states.
    private static String text(SipIndex index) {
        StringBuilder text = new StringBuilder();
        for (CaptureSummary file : index.files()) {
            text.append(file).append('\n');
        }
        MessageTable messages = index.messages();
        for (int i = 0; i < messages.size(); i++) {
            text.append(List.of(messages.file(i), messages.frame(i), messages.capturedAtNanos(i), messages.headers(i),
                    messages.endpoint(messages.source(i)), messages.endpoint(messages.destination(i)),
                    messages.layers(i), messages.typeName(messages.type(i)), messages.dialog(i),
                    messages.transaction(i), messages.cseq(i), messages.lengthBytes(i), messages.isRetransmission(i),
                    messages.isDefective(i), messages.isCut(i), messages.hasOverlap(i), messages.viaCount(i),
                    index.provenance(i), Arrays.hashCode(index.bytes(i)))).append('\n');
        }
        DialogTable dialogs = index.dialogs();
        for (int i = 0; i < dialogs.size(); i++) {
            text.append(List.of(dialogs.callId(i), dialogs.messageCount(i), dialogs.retransmissionCount(i),
                    dialogs.defectiveCount(i), dialogs.startNanos(i), dialogs.durationNanos(i), dialogs.sequenceText(i),
                    dialogs.isCall(i), dialogs.caller(i), dialogs.callee(i), dialogs.userAgent(i), dialogs.codecs(i),
                    dialogs.clockEndNanos(i), dialogs.coverageOf(i), Arrays.toString(index.messagesOf(i))))
                    .append('\n');
        }
        return text.toString();
    }
}
