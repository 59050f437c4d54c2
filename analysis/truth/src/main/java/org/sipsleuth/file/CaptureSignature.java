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
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.file.CaptureHead;

/// What shows that a file is a capture: that it can be opened as one, be it a text log or an archive,
/// that other programs open it as one, or its name.
///
/// @param format the name of the format, as in "pcapng" or "compressed pcap"
/// @param program what the section header of a pcapng file names as the program that wrote it;
///     empty for other formats
record CaptureSignature(String format, String program) {

    private static final String OURS = "SipSleuth";

    private static final Set<String> ENDINGS =
            Set.of(".pcap", ".pcapng", ".cap", ".dmp", ".ntar", ".erf", ".snoop", ".trc", ".5vw", ".enc", ".bfr");
    private static final Set<String> PACKED = Set.of(".gz", ".zst", ".lz4", ".xz", ".bz2", ".zip");

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int SECTION_OPTIONS_AT = 24;
    private static final int APPLICATION = 4; // shb_userappl
    private static final int LONGEST_OPTION_BYTES = 65_535;

    /// The signature of a file; empty if nothing shows that it is a capture.
    static Optional<CaptureSignature> of(Path file) throws IOException {
        CaptureHead head = CaptureHead.of(file);
        if (head.bytes().byteSize() == 0 && !head.isPacked()) {
            return Optional.empty();
        }
        Optional<String> format = head.name();
        if (format.isEmpty()) {
            return named(file);
        }
        if (head.isPacked()) {
            return Optional.of(new CaptureSignature("compressed " + format.get(), ""));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            boolean isPcapng = format.get().equals(CaptureFormat.PCAPNG.text());
            return Optional.of(new CaptureSignature(format.get(), isPcapng ? program(in) : ""));
        }
    }

    /// Whether its own section header names SipSleuth as the program that wrote it.
    boolean isOurs() {
        return program.startsWith(OURS);
    }

    /// Whether it is a pcap file, which cannot name a program.
    boolean isPcap() {
        return format.equals(CaptureFormat.PCAP.text()) || format.equals(CaptureFormat.PCAP_NANOSECONDS.text());
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
