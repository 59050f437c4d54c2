package org.sipsleuth.capture.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFault;

/// Names files that people have and that are not read, by how they begin: captures that Wireshark
/// opens (as its wiretap library recognises them), and archives.
public final class ForeignFormat {

    private static final int TS_PACKET_BYTES = 188;
    private static final int TS_PACKETS_TRIED = 3;
    private static final int NCF_HEADER_BYTES = 24;

    /// A format, and the bytes that its files begin with.
    private record Magic(String begins, String name, CaptureFault fault) {}

    /// One byte a character.
    private static final List<Magic> MAGICS = List.of(convert("snoop\0\0\0", "a Sun snoop capture"),
            convert("RTSS", "a Microsoft Network Monitor 1 capture"),
            convert("GMBU", "a Microsoft Network Monitor 2 capture"),
            convert("\0\0\u0002\0\u0012\u0005\0\u0010", "a Tektronix K12/K15 recording"),
            convert("\u0005VNF", "a Visual Networks traffic capture"),
            convert("TRSNIFF data    \u001a", "a Network General Sniffer capture"),
            convert("XCP\0", "a Network Associates Sniffer (Windows) capture"), convert("VL\0\0", "a NetXRay capture"),
            convert("LOGG", "a Vector BLF logging file"), convert("btsnoop\0", "a Bluetooth btsnoop capture"),
            convert("iptrace 1.0", "an AIX iptrace capture"), convert("iptrace 2.0", "an AIX iptrace capture"),
            convert("Session Transcript", "a Catapult DCT2000 trace"), convert("EyeSDN", "an EyeSDN ISDN trace"),
            convert("\u007fver", "a WildPackets OmniPeek capture"),
            convert("\u00aa\u00aa\u00aa\u00aa", "an Accellent 5Views capture"),
            convert("TR\0d\0", "an HP-UX nettl trace"), convert("#!rtpplay1.0 ", "an rtpdump recording"),
            unpack("\u0004\"M\u0018", "an lz4-compressed file"), unpack("\u0002!L\u0018", "an lz4-compressed file"),
            unpack("\u00fd7zX", "an xz-compressed file"), unpack("BZh9", "a bzip2-compressed file"),
            unpack("PK\u0003\u0004", "a zip archive"), unpack("7z\u00bc\u00af", "a 7z archive"),
            new Magic("SQLite format 3\0", "an SQLite database", CaptureFault.CASE),
            new Magic("%PDF-", "a PDF document", CaptureFault.DOCUMENT),
            new Magic("\u0089PNG", "a PNG picture", CaptureFault.DOCUMENT));

    private ForeignFormat() {}

    private static Magic convert(String begins, String name) {
        return new Magic(begins, name, CaptureFault.CONVERT_FIRST);
    }

    private static Magic unpack(String begins, String name) {
        return new Magic(begins, name, CaptureFault.UNPACK_FIRST);
    }

    /// What a file is, and what to do with it, as a sentence; empty if it is unknown.
    public static Optional<String> describe(MemorySegment bytes) {
        return magic(bytes).map(magic -> magic.fault().text(magic.name()));
    }

    /// The format of a capture that other programs open; empty if it is none of these.
    public static Optional<String> capture(MemorySegment bytes) {
        return magic(bytes).filter(magic -> magic.fault() == CaptureFault.CONVERT_FIRST).map(Magic::name);
    }

    private static Optional<Magic> magic(MemorySegment bytes) {
        if (isTransportStream(bytes)) {
            return Optional.of(convert("", "an MPEG transport stream"));
        }
        return MAGICS.stream()
                .filter(magic -> begins(bytes, magic.begins()))
                .findFirst()
                .or(() -> isCommView(bytes) ? Optional.of(convert("", "a TamoSoft CommView capture"))
                        : Optional.empty());
    }

    private static boolean begins(MemorySegment bytes, String with) {
        byte[] magic = with.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.byteSize() >= magic.length
                && bytes.asSlice(0, magic.length).mismatch(MemorySegment.ofArray(magic)) < 0;
    }

    /// Packets of 188 bytes that begin with a `G`.
    private static boolean isTransportStream(MemorySegment bytes) {
        if (bytes.byteSize() < TS_PACKETS_TRIED * TS_PACKET_BYTES) {
            return false;
        }
        for (int i = 0; i < TS_PACKETS_TRIED; i++) {
            if (octet(bytes, (long) i * TS_PACKET_BYTES) != 'G') {
                return false;
            }
        }
        return true;
    }

    /// The header of its first record: two lengths, version 0, and a date and time.
    private static boolean isCommView(MemorySegment bytes) {
        if (bytes.byteSize() < NCF_HEADER_BYTES) {
            return false;
        }
        int length = octet(bytes, 0) | octet(bytes, 1) << 8;
        int year = octet(bytes, 5) | octet(bytes, 6) << 8;
        return length > 0 && NCF_HEADER_BYTES + length <= bytes.byteSize() && octet(bytes, 4) == 0
                && isWithin(year, 1990, 2100) && isWithin(octet(bytes, 7), 1, 12) && isWithin(octet(bytes, 8), 1, 31)
                && octet(bytes, 9) < 24 && octet(bytes, 10) < 60 && octet(bytes, 11) < 60;
    }

    private static boolean isWithin(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private static int octet(MemorySegment bytes, long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }
}
