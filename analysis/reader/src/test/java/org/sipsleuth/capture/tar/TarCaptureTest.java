package org.sipsleuth.capture.tar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
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
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.run.RunMonitor;

/// Archives of pcap files, honest and hostile ones.
final class TarCaptureTest {

    private static final int BLOCK = 512;

    @TempDir private Path folder;

    /// A pcap with one frame of one byte at each of these seconds.
    private static byte[] pcap(int... seconds) {
        ByteBuffer bytes = ByteBuffer.allocate(24 + 17 * seconds.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65_535).putInt(1);
        for (int second : seconds) {
            bytes.putInt(second).putInt(0).putInt(1).putInt(1).put((byte) second);
        }
        return bytes.array();
    }

    private static byte[] header(String name, char type, byte[] size) {
        byte[] block = new byte[BLOCK];
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, 0, Math.min(100, bytes.length));
        System.arraycopy(size, 0, block, 124, size.length);
        block[156] = (byte) type;
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, block, 257, 5);
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = IntStream.range(0, BLOCK).map(i -> Byte.toUnsignedInt(block[i])).sum();
        System.arraycopy("%06o\0".formatted(sum).getBytes(StandardCharsets.US_ASCII), 0, block, 148, 7);
        return block;
    }

    private static byte[] octal(long size) {
        return "%011o".formatted(size).getBytes(StandardCharsets.US_ASCII);
    }

    /// An archive of members.
    private static final class Tar {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Tar add(String name, byte[] data) {
            return add(name, '0', octal(data.length), data);
        }

        Tar add(String name, char type, byte[] size, byte[] data) {
            bytes.writeBytes(header(name, type, size));
            bytes.writeBytes(data);
            bytes.writeBytes(new byte[(BLOCK - data.length % BLOCK) % BLOCK]);
            return this;
        }

        byte[] end() {
            bytes.writeBytes(new byte[2 * BLOCK]);
            return bytes.toByteArray();
        }

        byte[] open() {
            return bytes.toByteArray();
        }
    }

    private CaptureFile open(byte[] tar) throws IOException {
        return CaptureFile.open(Files.write(folder.resolve("sip.tar"), tar), RunMonitor.NONE);
    }

    /// The seconds of all frames, whose bytes must be those of their seconds.
    private static List<Integer> seconds(CaptureFile capture) throws CaptureFormatException {
        List<Integer> seconds = new ArrayList<>();
        FrameReader reader = capture.frames();
        Frame frame = new Frame();
        while (reader.next(frame)) {
            int second = (int) (frame.capturedAtNanos() / 1_000_000_000L);
            assertEquals((byte) second, capture.bytes().get(ValueLayout.JAVA_BYTE, frame.offset()));
            assertEquals(seconds.size() + 1, frame.number());
            seconds.add(second);
        }
        return seconds;
    }

    private static String damage(CaptureFile capture) throws CaptureFormatException {
        FrameReader reader = capture.frames();
        Frame frame = new Frame();
        while (reader.next(frame)) {
            // to the end
        }
        return capture.damage(reader).map(each -> each.what()).orElse("");
    }

    @Test
    void theFramesOfAllMembersAreInTheOrderOfTime() throws IOException {
        byte[] tar = new Tar().add("a.pcap", pcap(1, 5, 9)).add("b.pcap", pcap(2, 3)).add("c.pcap", pcap(4)).end();
        CaptureFile capture = open(tar);
        assertEquals(CaptureFormat.TAR, capture.format());
        assertEquals(List.of(1, 2, 3, 4, 5, 9), seconds(capture));
        assertEquals("", damage(capture));
        assertEquals(tar.length, capture.bytes().byteSize(), "read in place");
    }

    @Test
    void aCaptureInSeveralMembersIsOne() throws IOException {
        byte[] call = pcap(1, 4, 7);
        byte[] tar = new Tar().add("call.pcap#1", Arrays.copyOf(call, 50))
                .add("other.pcap", pcap(2, 5))
                .add("call.pcap#3", Arrays.copyOfRange(call, 50, 60))
                .add("call.pcap", Arrays.copyOfRange(call, 60, call.length))
                .add("call.pcap", pcap(3))
                .end();
        CaptureFile capture = open(tar);
        assertEquals(List.of(1, 2, 3, 4, 5, 7), seconds(capture));
        assertEquals("", damage(capture));
    }

    @Test
    void packedArchivesAreUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new Tar().add("a.pcap", pcap(2)).add("b.pcap", pcap(1)).end());
        }
        assertEquals(List.of(1, 2), seconds(open(bytes.toByteArray())));
        assertEquals(List.of(1, 2).subList(0, 0), seconds(open(new Tar().add("a.pcap", pcap()).end())));
    }

    /// Many are open at once while calls go on: an end is missing, or the last member is cut.
    @Test
    void anArchiveThatIsBeingWrittenIsReadUpToItsEnd() throws IOException {
        byte[] tar = new Tar().add("a.pcap", pcap(1)).add("b.pcap", pcap(2, 3)).open();
        assertEquals("", damage(open(tar)));
        CaptureFile cut = open(Arrays.copyOf(tar, tar.length - BLOCK + 24 + 17 + 5));
        assertEquals(List.of(1, 2), seconds(cut));
        assertTrue(damage(cut).startsWith("The tar archive ends within a member: 46 of its 58 bytes"), damage(cut));
    }

    @Test
    void aDamagedMemberCostsItselfOnly() throws IOException {
        byte[] odd = pcap(2, 8);
        odd[24 + 17 + 11] = 0x7f; // its second frame is very long
        CaptureFile capture = open(new Tar().add("a.pcap", pcap(3)).add("b.pcap", odd).add("c.pcap", pcap(1)).end());
        assertEquals(List.of(1, 2, 3), seconds(capture));
        assertTrue(damage(capture).startsWith("Frame 2 has an implausible length"), damage(capture));
    }

    @Test
    void longNamesAndLargeSizesInAllTheirForms() throws IOException {
        String name = "n".repeat(300) + ".pcap";
        byte[] first = pcap(1, 3);
        byte[] binary = new byte[12];
        binary[0] = (byte) 0x80;
        binary[11] = (byte) (first.length - 30);
        byte[] path = ("310 path=" + "x".repeat(300) + "\n" + "12 size=41\n").getBytes(StandardCharsets.US_ASCII);
        byte[] tar = new Tar()
                .add("././@LongLink", 'L', octal(name.length() + 3),
                        (name + "#1\0").getBytes(StandardCharsets.US_ASCII))
                .add(name.substring(0, 100), Arrays.copyOf(first, 30))
                .add("././@LongLink", 'L', octal(name.length() + 1), (name + "\0").getBytes(StandardCharsets.US_ASCII))
                .add(name.substring(0, 100), '0', binary, Arrays.copyOfRange(first, 30, first.length))
                .add("pax", 'x', octal(path.length), path)
                .add("short", '0', octal(0), pcap(2))
                .end();
        assertEquals(List.of(1, 2, 3), seconds(open(tar)));
    }

    @Test
    void namesAreNeverPathsAndLinksAreNothing() throws IOException {
        byte[] tar = new Tar().add("../../../../tmp/escaped.pcap", pcap(1))
                .add("/etc/passwd", '2', octal(0), new byte[0])
                .add("hard", '1', octal(4711), new byte[0])
                .add("dir/", '5', octal(0), new byte[0])
                .add("dev", '3', octal(1L << 32), new byte[0])
                .add("notes.txt", "no capture".getBytes(StandardCharsets.US_ASCII))
                .add("b.pcap", pcap(2))
                .end();
        assertEquals(List.of(1, 2), seconds(open(tar)));
        assertFalse(Files.exists(folder.resolve("../../../../tmp/escaped.pcap")));
    }

    @Test
    void sizesThatCannotBeEndTheReading() throws IOException {
        byte[] negative = new byte[12];
        Arrays.fill(negative, (byte) 0xff);
        byte[] huge = new byte[12];
        huge[0] = (byte) 0x80;
        huge[4] = 0x7f;
        for (byte[] size : List.of(negative, "not octal".getBytes(StandardCharsets.US_ASCII), new byte[12])) {
            CaptureFile capture = open(new Tar().add("a.pcap", pcap(1)).add("b.pcap", '0', size, pcap(2)).end());
            assertEquals(List.of(1), seconds(capture));
            assertTrue(damage(capture).startsWith("The tar archive has no valid header"), damage(capture));
        }
        CaptureFile capture = open(new Tar().add("a.pcap", pcap(1)).add("b.pcap", '0', huge, pcap(2)).end());
        assertEquals(List.of(1, 2), seconds(capture));
        assertTrue(damage(capture).startsWith("The tar archive ends within a member"), damage(capture));
    }

    @Test
    void whatIsNotReadIsNamed() throws IOException {
        byte[] zipped = {0x1f, (byte) 0x8b, 8, 0, 0};
        byte[] lzo = "LZO rest".getBytes(StandardCharsets.US_ASCII);
        CaptureFile some = open(new Tar().add("a.pcap", pcap(1)).add("b.pcap", zipped).end());
        assertEquals(List.of(1), seconds(some));
        assertTrue(damage(some).startsWith("Members that are not pcap (gzip) are not read"), damage(some));
        CaptureFile lost = open(new Tar().add("a.pcap", pcap(1)).add("b.pcap#2", new byte[90]).end());
        assertEquals(List.of(1), seconds(lost));
        assertTrue(damage(lost).startsWith("Members that are not pcap (a part without its beginning) are not read"),
                damage(lost));
        CaptureFormatException none =
                assertThrows(CaptureFormatException.class, () -> open(new Tar().add("a.pcap", lzo).end()));
        assertEquals("It is a tar archive of captures that are not pcap (LZO); unpack it first.", none.getMessage());
        CaptureFormatException graphs =
                assertThrows(CaptureFormatException.class, () -> open(new Tar().add("a.graph", new byte[9]).end()));
        assertEquals("It is a tar archive without a pcap file.", graphs.getMessage());
    }

    @Test
    void theMemoryLimitsTheFrames() {
        MemorySegment bytes = MemorySegment.ofArray(pcap(1, 2, 3, 4));
        FrameOrder order = FrameOrder.of(bytes, List.of(PcapMember.of(bytes, 0, bytes.byteSize()).orElseThrow()), 3,
                RunMonitor.NONE);
        assertEquals(3, order.size());
        assertTrue(order.damage().orElseThrow().isLimit());
    }

    @Test
    void aFolderHasTheArchivesWithCaptures() throws IOException {
        Path minute = Files.createDirectories(folder.resolve("2026-11-20/14/05"));
        Files.write(minute.resolve("sip_2026-11-20-14-05.tar"), new Tar().add("a.pcap", pcap(1)).end());
        Files.write(minute.resolve("graph_2026-11-20-14-05.tar"), new Tar().add("a.graph", new byte[9]).end());
        Files.write(minute.resolve("rtp_2026-11-20-14-05.tar.xz"), new byte[]{(byte) 0xfd, '7', 'z', 'X', 'Z', 0});
        Files.write(minute.resolve("backup.tar.xz"), new byte[]{(byte) 0xfd, '7', 'z', 'X', 'Z', 0});
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(minute.resolve("sip_b.tar.gz")))) {
            out.write(new Tar().add("a.pcap", pcap(1)).end());
        }
        CaptureFolder found = new CaptureFolder(folder, (_, _) -> {});
        assertEquals(List.of("rtp_2026-11-20-14-05.tar.xz", "sip_2026-11-20-14-05.tar", "sip_b.tar.gz"),
                found.captures().stream().map(each -> each.getFileName().toString()).toList());
    }

    /// Any damage: no exception but the documented one, and no frame outside the file.
    @Test
    void mutatedArchivesAreReadAsFarAsTheyGo() throws IOException {
        byte[] whole = new Tar().add("a.pcap#1", Arrays.copyOf(pcap(1, 4), 41))
                .add("b.pcap", pcap(2, 5))
                .add("a.pcap", Arrays.copyOfRange(pcap(1, 4), 41, 58))
                .add("pax", 'x', octal(11), "11 size=58\n".getBytes(StandardCharsets.US_ASCII))
                .add("c.pcap", pcap(3, 6))
                .end();
        Random random = new Random(56);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int change = random.nextInt(4); change > 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                TarArchive archive = TarArchive.read(FileBytes.of(MemorySegment.ofArray(changed)), RunMonitor.NONE);
                FrameReader reader = archive.frames();
                Frame frame = new Frame();
                while (reader.next(frame)) {
                    assertTrue(frame.offset() + frame.capturedBytes() <= archive.bytes().size());
                    read++;
                }
            } catch (CaptureFormatException nothing) {
                // it says why
            }
        }
        assertTrue(read > 3_000, "frames read: " + read);
    }
}
