package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.SharedCapture.messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sipsleuth.capture.Packets;

/// A capture cut into files yields what the whole yields.
class SharedFramesPropertyTest {

    /// A stream that begins within a start line could begin with a shorter method.
    private static final int START_LINE_BYTES = 22;

    /// The frames of a file: from, to.
    private record Cut(int from, int to) {}

    /// Messages in datagrams, some of them at one moment, and frames that hold none.
    private static void fillWithDatagrams(SharedCapture capture, Random random) {
        long micros = random.nextInt(3_000_000);
        int frames = random.nextInt(2, 60);
        for (int i = 0; i < frames; i++) {
            capture.add(micros, random.nextInt(5) == 0 ? Packets.ethernet(0x0806, new byte[]{(byte) i, 0, 0, 0})
                    : Packets.sip("192.0.2.1", "192.0.2.2", message(random, i)));
            micros += random.nextInt(4) == 0 ? 0 : random.nextInt(1, 400_000);
        }
    }

    private static String message(Random random, int number) {
        return random.nextInt(3) > 0 ? request(random, number)
                : "SIP/2.0 200 OK\r\nCall-ID: %d\r\nCSeq: 1 OPTIONS\r\nX: %d\r\n\r\n".formatted(random.nextInt(6),
                        number);
    }

    private static String request(Random random, int number) {
        return "OPTIONS sip:a SIP/2.0\r\nCall-ID: %d\r\nCSeq: 1 OPTIONS\r\nX: %s%d\r\n".formatted(random.nextInt(6),
                "x".repeat(random.nextInt(90)), number) + "Content-Length: 0\r\n\r\n";
    }

    /// Files that cover all frames, each beginning at another time. A file shares at least so many
    /// frames with the one before.
    private static List<Cut> cuts(SharedCapture capture, int leastShared, Random random) {
        TreeSet<Integer> begins = new TreeSet<>(List.of(0));
        int files = random.nextInt(1, 7);
        for (int i = 1; i < files; i++) {
            int begin = random.nextInt(capture.frames());
            if (begins.stream().allMatch(b -> capture.micros(b) != capture.micros(begin))) {
                begins.add(begin);
            }
        }
        List<Cut> cuts = new ArrayList<>();
        for (int begin : begins) {
            Integer next = begins.higher(begin);
            int least = next == null ? capture.frames() : next + leastShared;
            int to = Math.min(capture.frames(), least + random.nextInt(12));
            cuts.add(new Cut(begin, to));
        }
        return cuts;
    }

    private static List<Path> files(SharedCapture capture, List<Cut> cuts, Random random) {
        List<Path> files = new ArrayList<>();
        for (Cut cut : cuts) {
            files.add(capture.file("part" + files.size(), cut.from(), cut.to()));
        }
        Collections.shuffle(files, random);
        return files;
    }

    private static long shared(SharedCapture capture, List<Cut> cuts) {
        return cuts.stream().mapToLong(cut -> cut.to() - cut.from()).sum() - capture.frames();
    }

    @Property(tries = 300)
    void countedOnceAllFilesInAnyOrderGiveTheMessagesOfTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        try (SharedCapture capture = new SharedCapture()) {
            fillWithDatagrams(capture, random);
            List<Cut> cuts = cuts(capture, 0, random);
            List<Path> files = files(capture, cuts, random);
            SipIndex whole = SharedCapture.read(List.of(capture.whole()));
            SipIndex once = SharedCapture.readOnce(files);
            assertEquals(messages(whole), messages(once));
            assertEquals(whole.dialogs().size(), once.dialogs().size());
            long shared = shared(capture, cuts);
            assertEquals(shared, sum(SharedCapture.repeated(once)));
            long left = 0;
            for (int file = 0; file < files.size(); file++) {
                left += SharedCapture.unread(once, file, SharedCapture.REPEATED);
            }
            assertEquals(shared, left);
        }
    }

    @Property(tries = 150)
    void otherwiseEveryFrameOfEveryFileCountsAndRepeatsAreReported(@ForAll long seed) {
        Random random = new Random(seed);
        try (SharedCapture capture = new SharedCapture()) {
            fillWithDatagrams(capture, random);
            List<Cut> cuts = cuts(capture, 0, random);
            List<Path> files = files(capture, cuts, random);
            SipIndex index = SharedCapture.read(files);
            List<String> alone = new ArrayList<>();
            files.forEach(file -> alone.addAll(texts(SharedCapture.read(List.of(file)))));
            assertEquals(sorted(alone), sorted(texts(index)));
            assertEquals(shared(capture, cuts), sum(SharedCapture.repeated(index)));
        }
    }

    /// Whether a message repeats another depends on what was read before it.
    private static List<String> texts(SipIndex index) {
        return messages(index).stream().map(message -> message.replaceFirst(" (true|false) ", " ")).toList();
    }

    @Property(tries = 150)
    void framesOutOfOrderAreFoundToo(@ForAll long seed) {
        Random random = new Random(seed);
        try (SharedCapture capture = new SharedCapture()) {
            for (int i = 0; i < 40; i++) {
                long micros = i * 20_000L + random.nextInt(300_000);
                capture.add(micros, Packets.sip("192.0.2.1", "192.0.2.2", request(random, i)));
            }
            List<Cut> cuts = cuts(capture, 0, random);
            List<Path> files = files(capture, cuts, random);
            SipIndex whole = SharedCapture.read(List.of(capture.whole()));
            SipIndex once = SharedCapture.readOnce(files);
            assertEquals(sorted(texts(whole)), sorted(texts(once)));
            assertEquals(shared(capture, cuts), sum(SharedCapture.repeated(once)));
        }
    }

    /// Files that share as many frames as a message has: each message is in one of them. One that
    /// the end of a file breaks off is given as far as it came, and by the next file whole.
    @Property(tries = 200)
    void messagesInStreamsAreFoundOnce(@ForAll long seed) {
        Random random = new Random(seed);
        try (SharedCapture capture = new SharedCapture()) {
            int[] sequence = {random.nextInt(), random.nextInt()};
            for (int i = 0; i < 25; i++) {
                int stream = random.nextInt(2);
                String text = request(random, i);
                int cut = random.nextInt(START_LINE_BYTES, text.length());
                for (String part : List.of(text.substring(0, cut), text.substring(cut))) {
                    capture.add(capture.frames() * 1000L, tcp(4000 + stream, sequence[stream], part));
                    sequence[stream] += part.length();
                }
            }
            List<Cut> cuts = cuts(capture, 2, random);
            List<Path> files = files(capture, cuts, random);
            SipIndex whole = SharedCapture.read(List.of(capture.whole()));
            SipIndex once = SharedCapture.readOnce(files);
            List<String> expected = texts(whole);
            List<String> found = new ArrayList<>(texts(once));
            expected.forEach(message -> assertTrue(found.remove(message), message));
            assertTrue(found.size() < files.size() * 2, found::toString);
            for (String rest : found) {
                String broken = rest.substring(rest.indexOf(' '));
                assertTrue(expected.stream().anyMatch(m -> m.contains(broken)), broken);
            }
            assertEquals(shared(capture, cuts), sum(SharedCapture.repeated(once)));
        }
    }

    /// Three parts of which the third is taken to go on from the first: its streams wait for bytes
    /// that are in the second, and the file beside it yields their messages first.
    @Example
    void messagesThatAnotherFileGaveMeanwhile() {
        messagesInStreamsAreFoundOnce(4_170_012_283_871_284_143L);
    }

    /// Fragments, streams, TLS: a capture and the ring that was written beside it.
    @Property(tries = 60)
    void aCaptureAndItsRingGiveTheMessagesOfTheCapture(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        try (SharedCapture capture = new SharedCapture()) {
            for (byte[] frame : MixedTraffic.of(seed)) {
                capture.add(capture.frames() / 3 * 1_000L, frame);
            }
            String secrets = MixedTraffic.TLS12.keys() + MixedTraffic.TLS13.keys();
            List<Path> keys = List.of(Files.writeString(capture.path("keys"), secrets));
            List<Path> files = new ArrayList<>(List.of(capture.whole()));
            SipIndex whole = SharedCapture.read(files, new ReadOptions(keys));
            int from = 0;
            while (from < capture.frames()) {
                int to = Math.min(capture.frames(), from + 3 * random.nextInt(1, 20));
                files.add(capture.file("ring" + files.size(), from, to));
                from = to;
            }
            Collections.shuffle(files, random);
            SipIndex once = SharedCapture.read(files, new ReadOptions(keys, true));
            assertEquals(sorted(messages(whole)), sorted(messages(once)));
            assertEquals(capture.frames(), sum(SharedCapture.repeated(once)));
        }
    }

    private static byte[] tcp(int port, int sequence, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        byte[] segment = Packets.tcp(port, 5060, sequence, 0x18, bytes);
        return Packets.ethernet(0x0800, Packets.ipv4("192.0.2.1", "192.0.2.2", 6, segment));
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }
}
