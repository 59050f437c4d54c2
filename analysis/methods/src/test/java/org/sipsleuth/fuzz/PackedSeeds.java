package org.sipsleuth.fuzz;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.sipsleuth.capture.Packets;

/// Sound packed captures: gzip (RFC 1952) and zstd (RFC 8878) with all that their headers can say,
/// in one piece and in several.
final class PackedSeeds {

    private static final int ZSTD_MAGIC = 0xfd2fb528;
    private static final byte[] SKIPPABLE = {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};

    private static final byte WINDOW_OF_128_KIB = 0x38;
    private static final int LAST = 1; // of blocks
    private static final int RAW = 0;
    private static final int REPEATED = 1 << 1;

    private PackedSeeds() {}

    static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] plain : List.of(FileSeeds.pcap().getFirst(), FileSeeds.pcapng().getFirst())) {
            byte[] first = Arrays.copyOf(plain, plain.length / 2);
            byte[] second = Arrays.copyOfRange(plain, first.length, plain.length);
            seeds.add(gzip(plain));
            seeds.add(Packets.join(gzip(first), gzip(second)));
            seeds.add(Packets.join(gzip(plain), new byte[9]));
            seeds.add(gzipWithNames(plain, Deflater.BEST_COMPRESSION));
            seeds.add(gzipWithNames(plain, Deflater.NO_COMPRESSION));
            seeds.add(Zstd.compress(plain));
            seeds.add(zstdWithChecksum(plain));
            seeds.add(Packets.join(Zstd.compress(first), Zstd.compress(second, 19)));
            seeds.add(Packets.join(SKIPPABLE, Packets.join(Zstd.compress(plain), SKIPPABLE)));
            seeds.add(zstdInBlocks(first, second));
        }
        return seeds;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// With all the parts that a header can have: extra bytes, a name, a comment, a checksum.
    private static byte[] gzipWithNames(byte[] plain, int level) {
        byte[] header =
                "\u001f\u008b\b\u001e\0\0\0\0\0\u0003\u0004\0abcdname\0comment\0".getBytes(StandardCharsets.ISO_8859_1);
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] deflated = new byte[plain.length + 100];
        int length = deflater.deflate(deflated);
        deflater.end();
        return ByteBuffer.allocate(header.length + 2 + length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header)
                .putShort((short) crc(header))
                .put(deflated, 0, length)
                .putInt((int) crc(plain))
                .putInt(plain.length)
                .array();
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static byte[] zstdWithChecksum(byte[] plain) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            return context.setChecksum(true).setContentSize(false).compress(plain);
        }
    }

    /// Two raw blocks, and one of a byte that comes again and again.
    private static byte[] zstdInBlocks(byte[] first, byte[] second) {
        ByteBuffer frame = ByteBuffer.allocate(4 + 2 + 3 * 3 + first.length + second.length + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(ZSTD_MAGIC)
                .put((byte) 0)
                .put(WINDOW_OF_128_KIB);
        putBlock(frame, RAW, first.length).put(first);
        putBlock(frame, RAW, second.length).put(second);
        return putBlock(frame, LAST | REPEATED, 50_000).put((byte) 0).array();
    }

    private static ByteBuffer putBlock(ByteBuffer frame, int kind, int length) {
        int header = kind | length << 3;
        return frame.putShort((short) header).put((byte) (header >> 16));
    }
}
