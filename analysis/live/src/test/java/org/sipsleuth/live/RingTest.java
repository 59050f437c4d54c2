package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.run.RunMonitor;

class RingTest {

    private static final long MIB = 1L << 20;
    private static final byte[] PACKET = new byte[100_000];

    @TempDir Path directory;

    private RingSettings settings(int files) {
        return new RingSettings(directory.resolve("ring"), files, MIB);
    }

    private List<Path> captures() throws IOException {
        try (Stream<Path> entries = Files.list(directory.resolve("ring"))) {
            return entries.filter(p -> p.toString().endsWith(".pcap")).sorted().toList();
        }
    }

    private static List<Long> times(CaptureFile capture) throws IOException {
        List<Long> times = new ArrayList<>();
        FrameReader reader = capture.frames();
        Frame frame = new Frame();
        while (reader.next(frame)) {
            times.add(frame.capturedAtNanos());
        }
        assertTrue(reader.damage().isEmpty(), () -> reader.damage().toString());
        return times;
    }

    @Test
    void whatWasFlushedIsReadWhileTheFileGrows() throws IOException {
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            CaptureFile capture = ring.files().getFirst().capture();
            FrameReader reader = capture.frames();
            Frame frame = new Frame();
            assertFalse(reader.next(frame));
            ring.append(1_700_000_000_123_456_789L, 9, new byte[]{1, 2, 3});
            assertFalse(reader.next(frame));
            ring.flush();
            assertTrue(reader.next(frame));
            assertEquals(1_700_000_000_123_456_789L, frame.capturedAtNanos());
            assertArrayEquals(new byte[]{1, 2, 3},
                    capture.bytes().asSlice(frame.offset(), 3).toArray(ValueLayout.JAVA_BYTE));
            assertFalse(reader.next(frame));
            assertTrue(reader.damage().isEmpty());
            ring.append(1_700_000_000_123_456_790L, 1, new byte[]{4});
            ring.flush();
            assertTrue(reader.next(frame));
            assertEquals(2, frame.number());
        }
    }

    @Test
    void theOldestFileIsRemovedForANewOne() throws IOException {
        try (Ring ring = Ring.open(settings(3), LinkTypes.ETHERNET)) {
            for (int i = 0; i < 100; i++) {
                ring.append(i, PACKET.length, PACKET);
                assertTrue(captures().size() <= 3);
            }
            ring.flush();
            assertEquals(3, ring.files().size());
            assertEquals(ring.files().stream().map(RingFile::path).toList(), captures());
            List<Long> times = new ArrayList<>();
            for (RingFile file : ring.files()) {
                times.addAll(times(file.capture()));
            }
            assertEquals(Stream.iterate(70L, i -> i + 1).limit(30).toList(), times);
        }
        for (Path file : captures()) {
            assertFalse(times(CaptureFile.open(file, RunMonitor.NONE)).isEmpty());
        }
    }

    @Test
    void whatWasPushedOutIsCounted() throws IOException {
        Path old = directory.resolve("ring/live-20200101-000000.000-000001.pcap");
        Files.createDirectories(old.getParent());
        Files.write(old, PACKET);
        try (Ring ring = Ring.open(settings(3), LinkTypes.ETHERNET)) {
            for (int i = 0; i < 25; i++) {
                ring.append(i, PACKET.length, PACKET);
            }
            assertEquals(new Ring.PushedOut(0, 0, 1), ring.pushedOut());
            for (int i = 25; i < 100; i++) {
                ring.append(i, PACKET.length, PACKET);
            }
            assertEquals(new Ring.PushedOut(7, 70, 1), ring.pushedOut());
        }
    }

    @Test
    void aFileThatWasNotClosedEndsWithOneDamageAndNoFrames() throws IOException {
        Path killed = directory.resolve("killed.pcap");
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            ring.append(1, 3, new byte[]{1, 2, 3});
            ring.flush();
            Files.copy(captures().getFirst(), killed); // as SIGKILL leaves it
        }
        FrameReader reader = CaptureFile.open(killed, RunMonitor.NONE).frames();
        Frame frame = new Frame();
        assertTrue(reader.next(frame));
        assertFalse(reader.next(frame));
        int used = 24 + 16 + 3;
        assertEquals(new Damage(used, CaptureFault.ZERO_TAIL.text(MIB - used), Damage.Kind.TORN),
                reader.damage().orElseThrow());
    }

    @Test
    void aRemovedFileCanStillBeReadByWhoHasIt() throws IOException {
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            RingFile first = ring.files().getFirst();
            for (int i = 0; i < 50; i++) {
                ring.append(i, PACKET.length, PACKET);
            }
            assertFalse(Files.exists(first.path()));
            assertEquals(10, times(first.capture()).size());
        }
    }

    @Test
    void filesOfEarlierCapturesAreTheOldest() throws IOException {
        Path old = directory.resolve("ring/live-20200101-000000.000-000001.pcap");
        Path other = directory.resolve("ring/evidence.pcap");
        Files.createDirectories(old.getParent());
        Files.write(old, PACKET);
        Files.createFile(other);
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            assertTrue(Files.exists(old));
            for (int i = 0; i < 11; i++) {
                ring.append(i, PACKET.length, PACKET);
            }
            assertFalse(Files.exists(old));
            assertTrue(Files.exists(other));
        }
    }

    @Test
    void capturesWithoutPacketsPushNoneOut() throws IOException {
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            for (int i = 0; i < 11; i++) {
                ring.append(i, PACKET.length, PACKET);
            }
        }
        List<Path> full = captures();
        assertEquals(2, full.size());
        for (int i = 0; i < 3; i++) {
            Ring.open(settings(2), LinkTypes.ETHERNET).close();
        }
        assertEquals(3, captures().size(), "the last empty one is there");
        assertTrue(captures().containsAll(full));
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            assertEquals(3, captures().size());
            ring.append(1, PACKET.length, PACKET);
            assertEquals(List.of(full.getLast(), ring.files().getLast().path()), captures());
        }
    }

    @Test
    void twoCapturesDoNotShareADirectory() throws IOException {
        try (Ring _ = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            LiveCaptureException refused =
                    assertThrows(LiveCaptureException.class, () -> Ring.open(settings(2), LinkTypes.ETHERNET));
            assertEquals(LiveCaptureException.Kind.NO_RING, refused.kind());
        }
        Ring.open(settings(2), LinkTypes.ETHERNET).close();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        LiveCaptureException refused =
                assertThrows(LiveCaptureException.class, () -> Ring.open(RingSettings.in(file), LinkTypes.ETHERNET));
        assertEquals(LiveCaptureException.Kind.NO_RING, refused.kind());
        assertTrue(refused.sentence().contains("%s: it is not a directory".formatted(file)), refused.sentence());
        assertEquals(
                "The captured packets cannot be written to %s: Not a directory (--ring selects"
                        .formatted(file.resolve("ring")) + " another directory)",
                assertThrows(LiveCaptureException.class,
                        () -> Ring.open(RingSettings.in(file.resolve("ring")), LinkTypes.ETHERNET)).sentence());
    }

    @Test
    void aPlaceWithoutPermissionIsSaidToBeThat() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assumeFalse(Files.isWritable(closed), "this user may write everywhere");
        LiveCaptureException refused =
                assertThrows(LiveCaptureException.class, () -> Ring.open(RingSettings.in(closed), LinkTypes.ETHERNET));
        assertTrue(refused.sentence().contains("%s: no permission to write".formatted(closed)), refused.sentence());
    }

    @Test
    void closingCutsTheFileToWhatWasWrittenAndTheOwnerAloneReadsIt() throws IOException {
        Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET);
        ring.append(1, 3, new byte[]{1, 2, 3});
        ring.close();
        Path file = captures().getFirst();
        assertEquals(24 + 16 + 3, Files.size(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void savingWritesAllThatTheRingHoldsInOneFile() throws IOException {
        Path saved = directory.resolve("saved.pcap");
        try (Ring ring = Ring.open(settings(3), LinkTypes.ETHERNET)) {
            for (int i = 0; i < 35; i++) {
                ring.append(i, PACKET.length, PACKET);
            }
            ring.flush();
            try (FileChannel out = FileChannel.open(saved, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                assertEquals(ring.writeTo(out), Files.size(saved));
            }
        }
        assertEquals(Stream.iterate(10L, i -> i + 1).limit(25).toList(),
                times(CaptureFile.open(saved, RunMonitor.NONE)));
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void aPacketLargerThanAnyFrameIsCut() throws IOException {
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET)) {
            ring.append(1, 300_000, new byte[300_000]);
            ring.flush();
            assertEquals(1, times(ring.files().getFirst().capture()).size());
        }
    }

    @Test
    void aPlaceThatCannotBeIsSaidToBeMissing() {
        Path missing = Path.of("/proc/no-such-place");
        assumeTrue(Files.isDirectory(missing.getParent()), "no system with /proc");
        LiveCaptureException refused =
                assertThrows(LiveCaptureException.class, () -> Ring.open(RingSettings.in(missing), LinkTypes.ETHERNET));
        assertTrue(refused.sentence().contains("%s: the directory does not exist".formatted(missing)),
                refused.sentence());
    }

    private void append(Ring ring, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            ring.append(i, PACKET.length, PACKET);
            ring.flush();
        }
    }

    private static List<Long> stored(Ring ring) throws IOException {
        List<Long> times = new ArrayList<>();
        for (RingFile file : ring.files()) {
            times.addAll(times(file.capture()));
        }
        return times;
    }

    /// What the summaries of its files say, the oldest first.
    private static List<Long> noted(Ring ring, Function<CaptureNotes, Long> count) throws IOException {
        List<Long> counts = new ArrayList<>();
        for (RingFile each : ring.files()) {
            CaptureFile file = each.capture();
            counts.add(count.apply(file.notes(file.frames())));
        }
        return counts;
    }

    private static List<Long> numbers(int from, int to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void whereTheDiskIsSmallerThanTheRingTheOldestAreDiscardedEarlier() throws IOException {
        SmallDisk disk = new SmallDisk(settings(8).directory(), 7 * MIB / 2);
        try (Ring ring = Ring.open(settings(8), LinkTypes.ETHERNET, disk)) {
            assertEquals(1, ring.notices().size());
            assertTrue(ring.notices().getFirst().contains("has room for 3 of the ring's 8 MiB"),
                    ring.notices().getFirst());
            append(ring, 0, 100);
            assertEquals(numbers(70, 100), stored(ring));
            assertEquals(new Ring.PushedOut(7, 70, 0), ring.pushedOut());
            assertEquals(Unstored.NONE, ring.unstored());
        }
    }

    @Test
    void onAFullDiskTwoFilesAreKeptAndOthersAreCountedUntilThereIsRoom() throws IOException {
        SmallDisk disk = new SmallDisk(settings(8).directory(), 8 * MIB);
        try (Ring ring = Ring.open(settings(8), LinkTypes.ETHERNET, disk)) {
            append(ring, 0, 45);
            assertEquals(List.of(), ring.notices());
            disk.resize(MIB);
            append(ring, 45, 90);
            assertEquals(Ring.LEAST_FILES, ring.files().size());
            assertEquals(numbers(30, 45), stored(ring));
            assertTrue(ring.fullDisk().startsWith(ring.directory() + " is full (0 KiB free)"), ring.fullDisk());
            Unstored missing = ring.unstored();
            assertTrue(missing.packets() >= 45 - RingFile.BUFFER_BYTES / PACKET.length, missing.toString());
            assertEquals(missing.packets() * PACKET.length, missing.bytes());
            assertEquals(List.of(30L, 0L), noted(ring, CaptureNotes::discarded));
            assertEquals(List.of(0L, missing.packets()), noted(ring, CaptureNotes::dropped));
            disk.resize(8 * MIB);
            append(ring, 90, 100);
            assertEquals("", ring.fullDisk());
            assertEquals(missing, ring.unstored());
            assertEquals(100 - 30 - missing.packets(), stored(ring).size(), "what waited is stored now");
            assertEquals(numbers(90, 100), stored(ring).subList(stored(ring).size() - 10, stored(ring).size()));
        }
    }

    @Test
    void aFileThatCannotBeMadeOnAFullDiskIsMadeLater() throws IOException {
        SmallDisk disk = new SmallDisk(settings(2).directory(), 2 * MIB);
        try (Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET, disk)) {
            append(ring, 0, 10);
            disk.resize(10 * PACKET.length);
            append(ring, 10, 30);
            assertEquals(numbers(0, 10), stored(ring));
            assertEquals(20, ring.unstored().packets());
            disk.resize(2 * MIB);
            append(ring, 30, 35);
            assertEquals(Stream.of(numbers(0, 10), numbers(30, 35)).flatMap(List::stream).toList(), stored(ring));
        }
    }

    @Test
    void whatWaitsOnAFullDiskAtTheEndIsCounted() throws IOException {
        SmallDisk disk = new SmallDisk(settings(2).directory(), 2 * MIB);
        Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET, disk);
        try (ring) {
            append(ring, 0, 2);
            disk.resize(0);
            append(ring, 2, 5);
            assertEquals(Unstored.NONE, ring.unstored(), "they wait");
        }
        assertEquals(new Unstored(3, 3L * PACKET.length), ring.unstored());
        assertEquals(List.of(3L), noted(ring, CaptureNotes::dropped));
        assertEquals(numbers(0, 2), times(CaptureFile.open(captures().getFirst(), RunMonitor.NONE)));
    }

    @Test
    void aDiskWithRoomForLessThanTwoFilesIsRefused() throws IOException {
        Path old = directory.resolve("ring/live-20200101-000000.000-000001.pcap");
        Files.createDirectories(old.getParent());
        SmallDisk disk = new SmallDisk(old.getParent(), 3 * MIB / 2);
        LiveCaptureException refused =
                assertThrows(LiveCaptureException.class, () -> Ring.open(settings(8), LinkTypes.ETHERNET, disk));
        assertEquals(LiveCaptureException.Kind.NO_RING, refused.kind());
        assertTrue(refused.sentence().contains("has room for 1 MiB, and the ring needs 2 MiB at least"),
                refused.sentence());
        Files.write(old, new byte[700_000]); // this one's room will be the new ring's
        Ring.open(settings(8), LinkTypes.ETHERNET, disk).close();
    }

    @Test
    void aDiskThatFailsInAnotherWayEndsTheCapture() throws IOException {
        RingDisk broken = new RingDisk() {
            private boolean isBroken;

            @Override
            public int write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
                if (isBroken) {
                    throw new IOException("Input/output error");
                }
                isBroken = true; // after the header
                return RingDisk.SYSTEM.write(file, bytes, at);
            }

            @Override
            public long usableBytes(Path path) {
                return 100 * MIB;
            }
        };
        Ring ring = Ring.open(settings(2), LinkTypes.ETHERNET, broken);
        ring.append(1, PACKET.length, PACKET);
        assertThrows(IOException.class, ring::flush);
        assertThrows(IOException.class, ring::close);
        assertTrue(ring.isClosed());
    }
}
