package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.run.RunMonitor;

class CaptureFileTest {

    private static final int ETHERNET = 1;
    private static final int RAW = 101;

    @TempDir Path directory;

    record Read(int number, long nanos, int linkType, int bytes) {}

    private CaptureFile open(byte[] bytes) throws IOException {
        return CaptureFile.open(Files.write(Files.createTempFile(directory, "t", ".cap"), bytes), RunMonitor.NONE);
    }

    private static List<Read> frames(FrameReader reader) {
        List<Read> read = new ArrayList<>();
        Frame frame = new Frame();
        while (reader.next(frame)) {
            read.add(new Read(frame.number(), frame.capturedAtNanos(), frame.linkType(), frame.capturedBytes()));
        }
        return read;
    }

    @ParameterizedTest
    @CsvSource({
        "a1b2c3d4,true,6,1500000000000007000",
        "a1b2c3d4,false,6,1500000000000007000",
        "a1b23c4d,true,9,1500000000000000007",
        "a1b23c4d,false,9,1500000000000000007"})
    void pcapIsReadInBothByteOrdersAndResolutions(String magic, boolean little, int digits, long nanos)
            throws IOException {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] file = new PcapWriter(order, Integer.parseUnsignedInt(magic, 16), ETHERNET)
                .frame(1_500_000_000L, 7, new byte[60])
                .frame(1_500_000_001L, 0, new byte[61])
                .bytes();
        FrameReader reader = open(file).frames();
        assertEquals(List.of(new Read(1, nanos, ETHERNET, 60), new Read(2, 1_500_000_001_000_000_000L, ETHERNET, 61)),
                frames(reader));
        assertEquals(digits, reader.timeDigits());
        assertTrue(reader.damage().isEmpty());
    }

    @Test
    void pcapCutShortGivesTheFramesBeforeAndThePlace() throws IOException {
        byte[] file = new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).frame(2, 0, new byte[60]).bytes();
        FrameReader reader = open(Arrays.copyOf(file, file.length - 1)).frames();
        assertEquals(1, frames(reader).size());
        assertEquals(new Damage(100, "Frame 2 is truncated: 59 of 60 bytes are present.", Damage.Kind.TORN),
                reader.damage().orElseThrow());
    }

    @Test
    void zerosToTheEndAreOneDamageAndNoFrames() throws IOException {
        byte[] pcap = new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).bytes();
        byte[] pcapng =
                new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(ETHERNET).packet(0, 5, new byte[60]).bytes();
        for (byte[] file : List.of(pcap, pcapng)) {
            FrameReader reader = open(Arrays.copyOf(file, file.length + 100_003)).frames();
            assertEquals(1, frames(reader).size());
            assertEquals(new Damage(file.length,
                    "The file ends with 100,003 zero bytes: the capture was stopped before the file was closed.",
                    Damage.Kind.TORN), reader.damage().orElseThrow());
        }
    }

    @Test
    void emptyFramesAtTimeZeroAreFramesWhereSomethingFollows() throws IOException {
        PcapWriter writer = new PcapWriter(ETHERNET);
        for (int i = 0; i < 10_000; i++) { // more than one look reaches
            writer.frame(0, 0, new byte[0]);
        }
        FrameReader reader = open(writer.frame(0, 1, new byte[0]).bytes()).frames();
        assertEquals(10_001, frames(reader).size());
        assertTrue(reader.damage().isEmpty());
    }

    @Test
    void pcapRecordOfImpossibleLengthIsDamage() throws IOException {
        byte[] file = new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).frame(2, 0, -1, new byte[60]).bytes();
        FrameReader reader = open(file).frames();
        assertEquals(1, frames(reader).size());
        assertTrue(reader.damage().orElseThrow().what().contains("implausible length of 4,294,967,295"));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void pcapngKeepsSectionsInterfacesAndClocksApart(boolean little) throws IOException {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteOrder other = little ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        PcapngWriter writer = new PcapngWriter(order);
        writer.capturesOn(ETHERNET)
                .capturesOn(RAW, 9, 100)
                .packet(0, 5_000_000L, new byte[60])
                .block(0x0bad, writer.buffer(8))
                .packet(1, 5_000_000_007L, new byte[41])
                .section(other)
                .capturesOn(RAW, 0x80 | 10, 0)
                .packet(0, 3 * 1024 + 512, new byte[43])
                .simplePacket(new byte[20]);
        FrameReader reader = open(writer.bytes()).frames();
        assertEquals(List.of(new Read(1, 5_000_000_000L, ETHERNET, 60), new Read(2, 105_000_000_007L, RAW, 41),
                new Read(3, 3_500_000_000L, RAW, 43), new Read(4, 3_500_000_000L, RAW, 20)), frames(reader));
        assertEquals(List.of(ETHERNET, RAW), reader.linkTypes());
        assertEquals(9, reader.timeDigits());
        assertTrue(reader.damage().isEmpty());
    }

    @Test
    void pcapngPacketOfAnUndescribedInterfaceIsDamage() throws IOException {
        byte[] file = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(ETHERNET)
                .packet(0, 1, new byte[60])
                .packet(7, 1, new byte[60])
                .bytes();
        FrameReader reader = open(file).frames();
        assertEquals(1, frames(reader).size());
        assertEquals("A packet refers to interface 7, which has no description.", reader.damage().orElseThrow().what());
    }

    @Test
    void gzipIsUnpackedMemberByMember() throws IOException {
        byte[] file = new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).bytes();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(gzip(Arrays.copyOf(file, 50)));
        packed.writeBytes(gzip(Arrays.copyOfRange(file, 50, file.length)));
        CaptureFile capture = open(packed.toByteArray());
        assertEquals(1, frames(capture.frames()).size());
        assertEquals(packed.size(), capture.sizeBytes());
        assertTrue(capture.damage().isEmpty());
    }

    @Test
    void rubbishAfterTheLastGzipMemberIsReportedAndCostsNothing() throws IOException {
        byte[] file = new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).bytes();
        byte[] member = gzip(file);
        for (int length : new int[]{1, 3, 17, 18, 30, 200_000}) {
            byte[] packed = Arrays.copyOf(member, member.length + length);
            packed[packed.length - 1] = 7;
            CaptureFile capture = open(packed);
            assertEquals(1, frames(capture.frames()).size());
            Damage damage = capture.damage().orElseThrow();
            assertEquals(file.length, damage.offset());
            assertEquals(
                    "From byte %,d on, the compressed file has %,d bytes that are not gzip data; they were not read."
                            .formatted(member.length, length),
                    damage.what());
        }
    }

    /// Each member ends at another place of the chunks that are read.
    @Test
    void rubbishAfterVeryManyGzipMembersIsReportedWithItsOffset() throws IOException {
        byte[] file = new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).bytes();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(gzip(file));
        byte[] empty = gzip(new byte[0]);
        byte[] rubbish = {0x1f, (byte) 0x8b, 9, 1};
        for (int i = 0; i < 8_000; i++) {
            packed.writeBytes(empty);
            if (i % 400 == 0 || packed.size() % (1 << 16) < 2 * empty.length) {
                ByteArrayOutputStream more = new ByteArrayOutputStream();
                more.writeBytes(packed.toByteArray());
                more.writeBytes(rubbish);
                CaptureFile capture = open(more.toByteArray());
                assertEquals(1, frames(capture.frames()).size());
                String words = capture.damage().orElseThrow().what();
                assertTrue(words.startsWith("From byte %,d on, ".formatted(packed.size())), words);
            }
        }
    }

    @Test
    void zerosBehindTheLastGzipMemberFillUpABlock() throws IOException {
        byte[] member = gzip(new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).bytes());
        assertTrue(open(Arrays.copyOf(member, member.length + 5_000)).damage().isEmpty());
    }

    @Test
    void gzipCutShortGivesWhatCouldBeUnpackedAndSaysSo() throws IOException {
        PcapWriter writer = new PcapWriter(ETHERNET);
        byte[] noise = new byte[1000];
        new Random(7).nextBytes(noise);
        for (int i = 0; i < 500; i++) {
            writer.frame(i, 0, noise);
        }
        byte[] packed = gzip(writer.bytes());
        CaptureFile capture = open(Arrays.copyOf(packed, packed.length / 2));
        FrameReader reader = capture.frames();
        assertTrue(frames(reader).size() > 0);
        String what = "The gzip file is truncated at its byte %,d: ".formatted(packed.length / 2);
        Damage damage = capture.damage(reader).orElseThrow();
        assertTrue(damage.what().startsWith(what), damage.what());
        assertTrue(damage.what().endsWith(reader.damage().orElseThrow().what()), damage.what());
        assertEquals(reader.damage().orElseThrow().offset(), damage.offset());
    }

    @Test
    void damageWithinGzipIsReportedWithItsOffset() throws IOException {
        PcapWriter writer = new PcapWriter(ETHERNET);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[1000];
            random.nextBytes(noise);
            writer.frame(i, 0, noise);
        }
        byte[] packed = gzip(writer.bytes());
        int place = packed.length / 2;
        Arrays.fill(packed, place, place + 1_000, (byte) 0xff);
        String what = open(packed).damage().orElseThrow().what();
        Matcher reported = Pattern.compile("is damaged before its byte ([\\d,]+): ").matcher(what);
        assertTrue(reported.find(), what);
        int at = Integer.parseInt(reported.group(1).replace(",", ""));
        assertTrue(at > place && at <= packed.length, what);
    }

    @Test
    void whatIsNoCaptureIsRefusedInWords() {
        assertEquals("The file is empty.",
                assertThrows(CaptureFormatException.class, () -> open(new byte[0])).getMessage());
        assertEquals("It is neither pcap, pcapng, ERF nor a text log: it begins with the bytes 00 01 02 03.",
                assertThrows(CaptureFormatException.class, () -> open(new byte[]{0, 1, 2, 3, 4})).getMessage());
        assertEquals("It is text, and no SIP message begins in its first 16 MB.",
                assertThrows(CaptureFormatException.class, () -> open("HTTP/1.1".getBytes())).getMessage());
        assertEquals("It is an lz4-compressed file, a format that is not supported; unpack it first.",
                assertThrows(CaptureFormatException.class, () -> open(new byte[]{4, 0x22, 0x4d, 0x18, 0, 0, 0, 0}))
                        .getMessage());
        CaptureFormatException cut = assertThrows(CaptureFormatException.class,
                () -> open(Arrays.copyOf(new PcapWriter(ETHERNET).bytes(), 20)).frames());
        assertEquals(20, cut.offset());
        assertThrows(NoSuchFileException.class, () -> CaptureFile.open(directory.resolve("none"), RunMonitor.NONE));
        assertThrows(CaptureFormatException.class, () -> CaptureFile.open(directory, RunMonitor.NONE));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void damageOfAGzipMemberIsReportedAtItsEnd() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        byte[] first = gzip(new PcapWriter(ETHERNET).frame(1, 0, new byte[60]).bytes());
        int checksum = first.length - 8;
        first[checksum] ^= 1;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(first);
        packed.writeBytes(gzip(noise));
        String what = open(packed.toByteArray()).damage().orElseThrow().what();
        assertTrue(what.contains("is damaged before its byte " + checksum + ": "), what);
    }

    @Test
    void anEmptyFrameAtTimeZeroEndsNoFileThatIsBeingWritten() throws IOException {
        byte[] written = new PcapWriter(ByteOrder.LITTLE_ENDIAN, 0xa1b23c4d, ETHERNET).frame(0, 0, new byte[0]).bytes();
        MemorySegment room = MemorySegment.ofArray(Arrays.copyOf(written, 1_000));
        FrameReader reader =
                CaptureFile.growing(directory.resolve("live"), room, () -> written.length, notes -> notes).frames();
        assertEquals(1, frames(reader).size());
        assertTrue(reader.damage().isEmpty());
    }
}
