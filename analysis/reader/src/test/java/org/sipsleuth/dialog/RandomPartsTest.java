package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Packets;
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

    private static final int ACK = 16;
    private static final int MANY = 60_000;
    private static final int OF_A_PORTION = 128;
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

    /// Half a message ends a file, the other half begins the next, and about as many frames lie between
    /// as are looked at ahead to know whether one goes on in the other.
    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_540, 66_000})
    void howFarOneLooksAheadDoesNotDependOnBlocks(int between) throws IOException {
        byte[] message = "MESSAGE sip:b SIP/2.0\r\nCall-ID: 1\r\nCSeq: 1 MESSAGE\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        int half = message.length / 2;
        PcapWriter first = new PcapWriter(1).frame(1000, 0, segment(1, Arrays.copyOf(message, half)));
        byte[] other = Packets.ethernet(0x0806, new byte[28]);
        for (int i = 0; i < between; i++) {
            first.frame(1010, 100_000, other);
        }
        PcapWriter next =
                new PcapWriter(1).frame(1010, 0, segment(1 + half, Arrays.copyOfRange(message, half, message.length)))
                        .frame(1020, 0, other);
        List<Path> files =
                List.of(first.write(directory.resolve("ring_00.pcap")), next.write(directory.resolve("ring_01.pcap")));
        String expected = read(files, () -> RandomTrees.sequential(others));
        for (int processors : new int[]{1, 4, 16}) {
            assertEquals(expected, read(files, () -> new BlockWork(processors)), "processors: " + processors);
        }
    }

    /// Few of many messages wait long, each in another batch: they are moved together, and keep their
    /// places.
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whatWaitsInManyBatchesKeepsItsPlace(int processors) throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        for (int i = 0; i < MANY; i++) {
            pcap.frame(1000, i % OF_A_PORTION == 0 ? 40_000 : 0, Packets.sip("192.0.2.1", "192.0.2.2",
                    "OPTIONS sip:a SIP/2.0\r\nCall-ID: %d\r\nCSeq: 1 OPTIONS\r\n\r\n".formatted(i)));
        }
        List<Path> files = List.of(pcap.write(directory.resolve("many.pcap")));
        SipIndex index =
                CaptureIndexer.index(files, ReadOptions.NONE, RunMonitor.NONE, null, () -> new BlockWork(processors));
        List<Integer> frames =
                IntStream.range(0, index.messages().size()).mapToObj(i -> index.messages().frame(i)).toList();
        List<Integer> expected = IntStream.rangeClosed(1, MANY)
                .boxed()
                .sorted(Comparator.comparing(frame -> (frame - 1) % OF_A_PORTION == 0))
                .toList();
        assertEquals(expected, frames);
        for (int i = 0; i < MANY; i++) {
            assertEquals(String.valueOf(frames.get(i) - 1), index.dialogs().callId(index.messages().dialog(i)));
        }
    }

    /// A damaged capture is not read to its end.
    @Test
    void nothingStaysOpenWhereReadingEndsEarly() throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        for (int i = 0; i < 400; i++) {
            pcap.frame(i, 0, new byte[1_000]);
        }
        byte[] damaged = pcap.bytes();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 2_000, (byte) -1);
        Path path = Files.write(directory.resolve("damaged.pcap"), damaged);
        BlockWork work = new BlockWork(1);
        int before = work.channels().availablePermits();
        SipIndex index = CaptureIndexer.index(List.of(path), ReadOptions.NONE, RunMonitor.NONE, null, () -> work);
        assertTrue(index.files().getFirst().damage().isPresent());
        assertEquals(before, work.channels().availablePermits());
    }

    private static byte[] segment(int sequence, byte[] bytes) {
        return Packets.ethernet(0x0800,
                Packets.ipv4("192.0.2.1", "192.0.2.2", 6, Packets.tcp(40_000, 5060, sequence, ACK, bytes)));
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
