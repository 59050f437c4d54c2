package org.sipsleuth.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// What shows that a file is a capture: its first bytes, unpacked if they are compressed, or its
/// name. It recognises more formats than SipSleuth reads, since evidence of any kind is protected.
///
/// @param format the name of the format, as in "pcapng" or "compressed pcap"
/// @param program what the section header of a pcapng file names as the program that wrote it;
///     empty for other formats
record CaptureSignature(String format, String program) {

    /// Room for the first records of an ERF file.
    private static final int HEAD_BYTES = 1 << 18;

    private static final String PCAP = "pcap";
    private static final String PCAPNG = "pcapng";
    private static final String OURS = "SipSleuth";

    private static final Set<String> ENDINGS =
            Set.of(".pcap", ".pcapng", ".cap", ".dmp", ".ntar", ".erf", ".snoop", ".trc", ".5vw", ".enc", ".bfr");
    private static final Set<String> PACKED = Set.of(".gz", ".zst", ".lz4", ".xz", ".bz2", ".zip");

    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b52ffd;

    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int SECTION_OPTIONS_AT = 24;
    private static final int APPLICATION = 4; // shb_userappl
    private static final int LONGEST_OPTION_BYTES = 65_535;

    private static final int ERF_HEADER_BYTES = 16;
    private static final int ERF_RECORDS = 3;
    private static final int ERF_TYPE = 0x7f;
    private static final int ERF_LAST_TYPE = 51; // of Wireshark's list
    private static final long ERF_EARLIEST = 315_532_800L; // 1980, in seconds
    private static final long ERF_APART = 7 * 86_400L;

    /// The signature of a file; empty if nothing shows that it is a capture.
    static Optional<CaptureSignature> of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(HEAD_BYTES);
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length == 0) {
                return Optional.empty();
            }
            in.reset();
            Optional<CaptureSignature> plain = of(head, in);
            return plain.or(() -> packed(head, file)).or(() -> named(file));
        }
    }

    /// Whether its own section header names SipSleuth as the program that wrote it.
    boolean isOurs() {
        return program.startsWith(OURS);
    }

    /// Whether it is a pcap file, which cannot name a program.
    boolean isPcap() {
        return format.equals(PCAP);
    }

    private static Optional<CaptureSignature> of(byte[] head, InputStream in) throws IOException {
        if (head.length >= Integer.BYTES && ByteBuffer.wrap(head).getInt() == SECTION_HEADER) {
            return Optional.of(new CaptureSignature(PCAPNG, program(in)));
        }
        return magic(head).map(format -> new CaptureSignature(format, ""));
    }

    /// The format of what begins with these bytes.
    private static Optional<String> magic(byte[] head) {
        if (head.length < Integer.BYTES) {
            return Optional.empty();
        }
        int magic = ByteBuffer.wrap(head).getInt();
        String format = switch (magic) {
            case 0xa1b2c3d4, 0xd4c3b2a1, // µs
                    0xa1b23c4d, 0x4d3cb2a1, // ns
                    0xa1b2cd34, 0x34cdb2a1, // Kuznetzov
                    0x1c0001ab, 0xab01001c, // IXIA
                    0x1c0001ac, 0xac01001c -> PCAP;
            case SECTION_HEADER -> PCAPNG;
            case 0x736e6f6f -> "snoop";
            case 0x474d4255, 0x52545353 -> "Microsoft Network Monitor";
            case 0x5452534e, 0x58435000 -> "Sniffer"; // TRSNIFF, XCP
            case 0x7f766572 -> "OmniPeek";
            case 0x6274736e -> "btsnoop";
            case 0x05564e46 -> "Visual Networks";
            default -> "";
        };
        if (!format.isEmpty()) {
            return Optional.of(format);
        }
        return isErf(head) ? Optional.of("ERF") : Optional.empty();
    }

    /// ERF has no magic number: the first records have to make sense, one after the other, within
    /// some days; fewer records have to end where the file does.
    private static boolean isErf(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head); // big-endian, but for the time
        long first = 0;
        int at = 0;
        for (int records = 0; records < ERF_RECORDS; records++) {
            if (at == head.length && records > 0) {
                return true;
            }
            if (at + ERF_HEADER_BYTES > head.length || isText(head, at)) {
                return false;
            }
            long seconds = Integer.toUnsignedLong(Integer.reverseBytes(bytes.getInt(at + 4)));
            int type = head[at + 8] & ERF_TYPE;
            int length = Short.toUnsignedInt(bytes.getShort(at + 10));
            first = records == 0 ? seconds : first;
            boolean sound = seconds >= ERF_EARLIEST && Math.abs(seconds - first) <= ERF_APART && type > 0
                    && type <= ERF_LAST_TYPE && length >= ERF_HEADER_BYTES;
            if (!sound) {
                return false;
            }
            at += length;
        }
        return at <= head.length;
    }

    /// Whether a header consists of printable characters, which by chance may make sense.
    private static boolean isText(byte[] head, int from) {
        for (int i = from; i < from + ERF_HEADER_BYTES; i++) {
            if (head[i] < ' ' && head[i] != '\n' && head[i] != '\r' && head[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static Optional<CaptureSignature> packed(byte[] head, Path file) {
        if (head.length < Integer.BYTES) {
            return Optional.empty();
        }
        int magic = ByteBuffer.wrap(head).getInt();
        boolean gzip = magic >>> Short.SIZE == GZIP;
        if (!gzip && magic != ZSTD) {
            return Optional.empty();
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = gzip ? new GZIPInputStream(raw) : ZstdLibrary.open(raw)) {
            return magic(in.readNBytes(HEAD_BYTES)).map(format -> new CaptureSignature("compressed " + format, ""));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /// A file that cannot be recognised, damaged or of a format without a magic number, but that
    /// is named as captures are.
    private static Optional<CaptureSignature> named(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = PACKED.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
        return ENDINGS.stream().anyMatch(plain::endsWith) ? Optional.of(new CaptureSignature("by its name", ""))
                : Optional.empty();
    }

    /// What the options of the first section header name as the program, or nothing.
    private static String program(InputStream in) throws IOException {
        byte[] header = in.readNBytes(SECTION_OPTIONS_AT);
        if (header.length < SECTION_OPTIONS_AT) {
            return "";
        }
        boolean big = ByteBuffer.wrap(header).getInt(8) == BYTE_ORDER_MAGIC;
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long left = Integer.toUnsignedLong(ByteBuffer.wrap(header).order(order).getInt(4)) - SECTION_OPTIONS_AT;
        while (left >= Integer.BYTES) {
            byte[] option = in.readNBytes(Integer.BYTES);
            if (option.length < Integer.BYTES) {
                return "";
            }
            ByteBuffer itsHeader = ByteBuffer.wrap(option).order(order);
            int code = Short.toUnsignedInt(itsHeader.getShort());
            int length = Short.toUnsignedInt(itsHeader.getShort());
            if (code == 0) {
                return "";
            }
            byte[] value = in.readNBytes(Math.min(length + 3 & ~3, LONGEST_OPTION_BYTES + 1));
            if (code == APPLICATION) {
                return new String(Arrays.copyOf(value, Math.min(length, value.length)), StandardCharsets.UTF_8);
            }
            left -= Integer.BYTES + value.length;
        }
        return "";
    }
}
