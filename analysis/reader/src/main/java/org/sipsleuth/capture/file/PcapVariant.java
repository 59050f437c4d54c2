package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFormat;

/// The variants of the classic pcap format, identified by the magic number: the usual one (µs),
/// that with ns, Alexey Kuznetzov's modified one with longer record headers, and IXIA's "lcap" with
/// four bytes more in the file header (as Wireshark's wiretap documents them).
///
/// @param nanos whether times are in ns
/// @param fileHeaderBytes the bytes before the first record
/// @param recordHeaderBytes the bytes before each frame
record PcapVariant(CaptureFormat format, ValueLayout.OfInt order, boolean nanos, int fileHeaderBytes,
        int recordHeaderBytes) {

    static final int RECORD_HEADER_BYTES = 16;

    private static final int MICROS = 0xa1b2c3d4;
    private static final int NANOS = 0xa1b23c4d;
    private static final int KUZNETZOV = 0xa1b2cd34;
    private static final int IXIA_SOFTWARE = 0x1c0001ab; // µs
    private static final int IXIA_HARDWARE = 0x1c0001ac; // ns

    private static final int FILE_HEADER_BYTES = 24;
    private static final int IXIA_HEADER_BYTES = 28;
    private static final int KUZNETZOV_RECORD_BYTES = 24;
    private static final int SUSE_RECORD_BYTES = 28; // its form of 1999-09-15, in SuSE Linux 6.3

    private static final int RECORDS_TRIED = 3;
    private static final long MICROS_PER_SECOND = 1_000_000L;

    /// How often its clock counts in a second.
    long unitsPerSecond() {
        return nanos ? 1_000_000_000L : MICROS_PER_SECOND;
    }

    /// The variant of a file, if it is one.
    ///
    /// @param bytes at least four bytes
    static Optional<PcapVariant> of(MemorySegment bytes) {
        int magic = Octets.little(bytes, 0);
        return of(magic, bytes, Octets.INT_LITTLE).or(() -> of(Integer.reverseBytes(magic), bytes, Octets.INT_BIG));
    }

    private static Optional<PcapVariant> of(int magic, MemorySegment bytes, ValueLayout.OfInt order) {
        int record = RECORD_HEADER_BYTES;
        return Optional.ofNullable(switch (magic) {
            case MICROS -> new PcapVariant(CaptureFormat.PCAP, order, false, FILE_HEADER_BYTES, record);
            case NANOS -> new PcapVariant(CaptureFormat.PCAP_NANOSECONDS, order, true, FILE_HEADER_BYTES, record);
            case IXIA_SOFTWARE -> new PcapVariant(CaptureFormat.PCAP_IXIA, order, false, IXIA_HEADER_BYTES, record);
            case IXIA_HARDWARE -> new PcapVariant(CaptureFormat.PCAP_IXIA, order, true, IXIA_HEADER_BYTES, record);
            case KUZNETZOV -> kuznetzov(bytes, order);
            default -> null;
        });
    }

    /// Two modified libraries wrote the same magic number; the records show which it was.
    private static PcapVariant kuznetzov(MemorySegment bytes, ValueLayout.OfInt order) {
        boolean usual =
                recordsFit(bytes, order, KUZNETZOV_RECORD_BYTES) || !recordsFit(bytes, order, SUSE_RECORD_BYTES);
        return new PcapVariant(CaptureFormat.PCAP_KUZNETZOV, order, false, FILE_HEADER_BYTES,
                usual ? KUZNETZOV_RECORD_BYTES : SUSE_RECORD_BYTES);
    }

    private static boolean recordsFit(MemorySegment bytes, ValueLayout.OfInt order, int header) {
        long at = FILE_HEADER_BYTES;
        for (int i = 0; i < RECORDS_TRIED && at < bytes.byteSize(); i++) {
            if (at + header > bytes.byteSize()) {
                return false;
            }
            long micros = Integer.toUnsignedLong(bytes.get(order, at + 4));
            long captured = Integer.toUnsignedLong(bytes.get(order, at + 8));
            long wire = Integer.toUnsignedLong(bytes.get(order, at + 12));
            at += header + captured;
            if (micros >= MICROS_PER_SECOND || captured > wire || at > bytes.byteSize()) {
                return false;
            }
        }
        return true;
    }
}
