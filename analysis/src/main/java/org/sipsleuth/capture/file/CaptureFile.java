package org.sipsleuth.capture.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.run.RunMonitor;

/// A capture file, mapped into memory and never written. The mapping lives as long as something
/// refers to it.
public final class CaptureFile {

    private final Path path;
    private final LongSupplier sizeBytes;
    private final Gzip.Unpacked plain;
    private final LongSupplier end;
    private final CaptureFormat format;

    private CaptureFile(
            Path path,
            LongSupplier sizeBytes,
            Gzip.Unpacked plain,
            LongSupplier end,
            CaptureFormat format) {
        this.path = path;
        this.sizeBytes = sizeBytes;
        this.plain = plain;
        this.end = end;
        this.format = format;
    }

    /// Maps a file and recognises its format by its first bytes. A gzip file is unpacked first,
    /// into a temporary file that goes with the program.
    ///
    /// @throws CaptureFormatException if it is no capture
    /// @throws IOException if it cannot be read
    public static CaptureFile open(Path path, RunMonitor monitor) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw new CaptureFormatException("It is not a file.", 0);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment bytes = map(channel);
            Gzip.Unpacked plain =
                    Gzip.isGzip(bytes)
                            ? Gzip.unpack(path, monitor)
                            : new Gzip.Unpacked(bytes, Optional.empty());
            long size = channel.size();
            long end = plain.bytes().byteSize();
            return new CaptureFile(path, () -> size, plain, () -> end, recognise(plain.bytes()));
        }
    }

    /// A pcap file with ns that is being written. Its readers read what is written, and give false
    /// until there is more.
    ///
    /// @param bytes the mapped file, with room for what will be written
    /// @param written how many of the bytes are written: the header, and whole records
    public static CaptureFile growing(Path path, MemorySegment bytes, LongSupplier written) {
        return new CaptureFile(
                path,
                written,
                new Gzip.Unpacked(bytes, Optional.empty()),
                written,
                CaptureFormat.PCAP_NANOSECONDS);
    }

    static MemorySegment map(FileChannel channel) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }

    private static CaptureFormat recognise(MemorySegment bytes) throws CaptureFormatException {
        if (bytes.byteSize() == 0) {
            throw new CaptureFormatException("The file is empty.", 0);
        }
        if (bytes.byteSize() < Integer.BYTES) {
            throw new CaptureFormatException("The file is too short to be a capture.", 0);
        }
        int magic = bytes.get(Octets.INT_LITTLE, 0);
        return switch (magic) {
            case PcapReader.MAGIC_MICROS, PcapReader.MAGIC_MICROS_SWAPPED -> CaptureFormat.PCAP;
            case PcapReader.MAGIC_NANOS, PcapReader.MAGIC_NANOS_SWAPPED ->
                    CaptureFormat.PCAP_NANOSECONDS;
            case PcapngReader.SECTION_HEADER -> CaptureFormat.PCAPNG;
            default ->
                    throw new CaptureFormatException(
                            "It is neither pcap nor pcapng: it begins with the bytes %s."
                                    .formatted(Octets.hex(bytes, 0, Integer.BYTES)),
                            0);
        };
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// The size of the file itself, as it lies on the disk.
    public long sizeBytes() {
        return sizeBytes.getAsLong();
    }

    /// Its format.
    public CaptureFormat format() {
        return format;
    }

    /// The capture's bytes; of a compressed file, unpacked. The offsets of frames are positions
    /// here.
    public MemorySegment bytes() {
        return plain.bytes();
    }

    /// Where a compressed file could not be unpacked further.
    public Optional<Damage> damage() {
        return plain.damage();
    }

    /// A new reader at the first frame.
    ///
    /// @throws CaptureFormatException if the file's own header is cut short or makes no sense
    public FrameReader frames() throws CaptureFormatException {
        return format == CaptureFormat.PCAPNG
                ? new PcapngReader(bytes())
                : new PcapReader(bytes(), end);
    }
}
