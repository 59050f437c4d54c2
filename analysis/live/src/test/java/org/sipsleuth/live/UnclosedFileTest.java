package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.live.Ring.CutFile;
import org.sipsleuth.run.RunMonitor;

/// What the next capture makes of a ring whose last capture ended without closing its file.
class UnclosedFileTest {

    private static final int MIB = 1 << 20;
    private static final String NAME = "live-20260101-000000.000-000001.pcap";

    @TempDir Path directory;

    private RingSettings settings() {
        return new RingSettings(directory, 4, MIB);
    }

    /// Opens the ring again.
    ///
    /// @return what was cut
    private List<CutFile> open() throws IOException {
        try (Ring ring = Ring.open(settings(), LinkTypes.ETHERNET)) {
            return ring.cutFiles();
        }
    }

    private List<Path> captures() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(p -> p.toString().endsWith(".pcap")).sorted().toList();
        }
    }

    /// Reads numbered packets, each of which must be whole.
    ///
    /// @return how many there are
    private static int packets(List<Path> files) throws IOException {
        int number = 0;
        for (Path file : files) {
            CaptureFile capture = CaptureFile.open(file, RunMonitor.NONE);
            FrameReader reader = capture.frames();
            Frame frame = new Frame();
            while (reader.next(frame)) {
                assertEquals(KilledCapture.time(number), frame.capturedAtNanos());
                byte[] packet = KilledCapture.packet(number);
                assertArrayEquals(packet,
                        capture.bytes().asSlice(frame.offset(), packet.length).toArray(ValueLayout.JAVA_BYTE));
                number++;
            }
            assertTrue(reader.damage().isEmpty(), () -> file + ": " + reader.damage());
        }
        return number;
    }

    private static byte[] whole(int packets) throws IOException {
        Path other = Files.createTempDirectory("whole");
        Ring ring = Ring.open(new RingSettings(other, 2, MIB), LinkTypes.ETHERNET);
        try {
            try (ring) {
                for (int i = 0; i < packets; i++) {
                    byte[] packet = KilledCapture.packet(i);
                    ring.append(KilledCapture.time(i), packet.length, packet);
                }
            }
            Path file = ring.files().getFirst().path();
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } finally {
            Files.deleteIfExists(other.resolve("live.lock"));
            Files.delete(other);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve(NAME), bytes);
    }

    @RepeatedTest(3)
    void aKilledCaptureLeavesWholePackets() throws Exception {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                KilledCapture.class.getName(), directory.toString()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("enough", out.readLine());
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        Path last = captures().getLast();
        long full = Files.size(last);
        assertEquals(0, full % MIB, "it was closed before it was killed");
        List<CutFile> cut = open();
        assertEquals(List.of(last), cut.stream().map(CutFile::file).toList());
        assertEquals(full - Files.size(last), cut.getFirst().bytes());
        List<Path> left = captures();
        assertTrue(packets(left.subList(0, left.size() - 1)) > 2_000, "what was flushed is there");
        assertEquals(List.of(), open(), "there is nothing more to cut");
    }

    @Test
    void aWriteThatEndedAnywhereLeavesTheRecordsThatAreWhole() throws IOException {
        byte[] bytes = whole(40);
        List<Integer> ends = new ArrayList<>(List.of(24));
        for (int i = 0; i < 40; i++) {
            ends.add(ends.getLast() + 16 + KilledCapture.packet(i).length);
        }
        Random random = new Random(56);
        for (int i = 0; i < 200; i++) {
            int written = random.nextBoolean() ? ends.get(random.nextInt(ends.size()))
                    : 512 * (1 + random.nextInt(bytes.length / 512));
            int whole = (int) ends.stream().filter(end -> end <= written).count() - 1;
            Path file = write(Arrays.copyOf(Arrays.copyOf(bytes, written), MIB));
            List<CutFile> cut = open();
            if (whole == 0) {
                assertFalse(Files.exists(file), "a file without packets is removed");
                continue;
            }
            assertEquals(List.of(new CutFile(file, whole, MIB - ends.get(whole))), cut, "written: " + written);
            assertEquals(whole, packets(List.of(file)));
        }
    }

    @Test
    void aFileOfZerosIsRemoved() throws IOException {
        Path file = write(new byte[MIB]);
        assertEquals(List.of(), open());
        assertFalse(Files.exists(file));
    }

    @Test
    void whatIsNotCertainlyOursStaysAsItIs() throws IOException {
        byte[] killed = Arrays.copyOf(whole(200), MIB);
        byte[] otherHeader = killed.clone();
        otherHeader[16] = 1; // another snap length
        byte[] gap = killed.clone();
        Arrays.fill(gap, 5_000, 7_000, (byte) 0); // zeros with records behind them
        byte[] brokenChain = killed.clone();
        brokenChain[24 + 11] = 1; // 16 MiB
        byte[] notFull = Arrays.copyOf(killed, MIB - 1);
        byte[] behind = killed.clone();
        behind[MIB - 1] = 1;
        for (byte[] bytes : List.of(otherHeader, gap, brokenChain, notFull, behind)) {
            Path file = write(bytes);
            assertEquals(List.of(), open());
            assertArrayEquals(bytes, Files.readAllBytes(file));
        }
    }

    @Test
    void aPacketOfZerosThatFillsItsFileIsKept() throws IOException {
        byte[] begun = whole(40);
        ByteBuffer full = ByteBuffer.wrap(Arrays.copyOf(begun, MIB)).order(ByteOrder.LITTLE_ENDIAN);
        full.position(begun.length);
        while (full.hasRemaining()) {
            int left = full.remaining() - RingFile.RECORD_HEADER_BYTES;
            int length = left > 60_000 ? 50_000 : left;
            full.putInt(1).putInt(2).putInt(length).putInt(length).put((byte) 1).put(new byte[length - 1]);
        }
        Path file = write(full.array());
        assertEquals(List.of(), open());
        assertArrayEquals(full.array(), Files.readAllBytes(file));
    }

    @Test
    void aPipeWithTheNameOfAFileOfTheRingStays() throws Exception {
        Path pipe = directory.resolve(NAME);
        assumeTrue(run("mkfifo", pipe.toString()), "no mkfifo");
        assertEquals(List.of(), open());
        assertTrue(Files.exists(pipe));
    }

    @Test
    void aFileWithAnotherNameOrBehindALinkStaysAsItIs() throws IOException {
        byte[] killed = Arrays.copyOf(whole(40), MIB);
        Path evidence = Files.write(directory.resolve("evidence.pcap"), killed);
        Path linked = directory.resolve(NAME);
        Files.createLink(linked, evidence);
        assertEquals(List.of(), open());
        assertEquals(MIB, Files.size(evidence));
        Files.delete(linked);
        Files.createSymbolicLink(linked, evidence);
        assertEquals(List.of(), open());
        assertEquals(MIB, Files.size(evidence));
    }

    @Test
    void theFileOfACaptureThatGoesOnStaysAsItIs() throws IOException {
        try (Ring ring = Ring.open(settings(), LinkTypes.ETHERNET)) {
            ring.append(1, 60, new byte[60]);
            ring.flush();
            Path file = ring.files().getFirst().path();
            assertThrows(LiveCaptureException.class, this::open);
            assertEquals(MIB, Files.size(file));
        }
    }

    @Test
    void aFullDiskLeavesTheRecordsThatAreWhole() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=2560k", "tmpfs", disk.toString()), "may not mount");
        try {
            Ring ring = Ring.open(new RingSettings(disk, 4, MIB), LinkTypes.ETHERNET);
            try (ring) {
                Files.write(disk.resolve("other"), new byte[MIB]);
                for (int i = 0; i < 10_000; i++) {
                    byte[] packet = KilledCapture.packet(i);
                    ring.append(KilledCapture.time(i), packet.length, packet);
                    if (i % 7 == 0) {
                        ring.flush();
                    }
                }
                assertFalse(ring.fullDisk().isEmpty());
            }
            assertTrue(ring.unstored().packets() > 4_000, () -> ring.unstored().toString());
            List<Path> closed = ring.files().stream().map(RingFile::path).toList();
            int stored = packets(closed);
            assertTrue(stored > 3_000, () -> "there was room for more: " + closed);
            try (Stream<Path> left = Files.list(disk)) {
                List<Path> files = left.filter(p -> p.toString().endsWith(".pcap")).sorted().toList();
                assertEquals(stored, packets(files), "nothing but the files of the ring is left");
            }
        } finally {
            assertTrue(run("umount", "-l", disk.toString()));
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
