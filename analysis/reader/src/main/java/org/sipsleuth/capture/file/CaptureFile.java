package org.sipsleuth.capture.file;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.NearWindow;
import org.sipsleuth.capture.format.ErfReader;
import org.sipsleuth.capture.format.ForeignFormat;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.capture.log.TextLog;
import org.sipsleuth.capture.tar.TarArchive;
import org.sipsleuth.run.RunMonitor;

/// A capture file, mapped into memory while it is read ([MappedFiles]) and never written.
public final class CaptureFile implements FileBytes {

    /// A frame with what stands around it. What is cut short within the last of a capture was cut
    /// by the end of the capture.
    private static final long LONGEST_RECORD_BYTES = 2L * FrameReader.LARGEST_FRAME_BYTES;

    private static final Semaphore NO_CHANNELS = new Semaphore(0);

    private final Path path;
    private final Optional<OpenedFile> opened;
    private final boolean isPlain;
    private final LongSupplier sizeBytes;
    private final Unpacked plain;
    private final LongSupplier end;
    private final CaptureFormat format;
    private final Optional<TextLog> log;
    private final Optional<TarArchive> tar;
    private final UnaryOperator<CaptureNotes> noted;

    private CaptureFile(Path path, Optional<OpenedFile> opened, LongSupplier sizeBytes, Unpacked plain,
            LongSupplier end, CaptureFormat format, Optional<TextLog> log, Optional<TarArchive> tar, boolean isPlain,
            UnaryOperator<CaptureNotes> noted) {
        this.path = path;
        this.opened = opened;
        this.isPlain = isPlain;
        this.sizeBytes = sizeBytes;
        this.plain = plain;
        this.end = end;
        this.format = format;
        this.log = log;
        this.tar = tar;
        this.noted = noted;
    }

    /// The same, with the default limit for compressed files.
    public static CaptureFile open(Path path, RunMonitor monitor) throws IOException {
        return open(path, UnpackLimit.DEFAULT, monitor);
    }

    /// Maps a file and recognises its format by its first bytes. A compressed file is unpacked
    /// first, into a temporary file that goes with the program.
    ///
    /// @param limit how much of a compressed file is unpacked
    /// @throws CaptureFormatException if it is no capture
    /// @throws IOException if it cannot be read
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if it changed meanwhile
    public static CaptureFile open(Path path, UnpackLimit limit, RunMonitor monitor) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw new CaptureFormatException(CaptureFault.NOT_A_FILE.text(), 0);
        }
        OpenedFile opened = OpenedFile.of(path);
        return new OpenedFiles(List.of(opened)).verified(() -> open(opened, limit, monitor));
    }

    private static CaptureFile open(OpenedFile opened, UnpackLimit limit, RunMonitor monitor) throws IOException {
        Path path = opened.path();
        long size = opened.bytes();
        FileBytes file = MappedFiles.ALL.of(opened);
        Optional<Compression> packed = Compression.of(file.bytes());
        Unpacked plain = packed.isPresent() ? Unpacked.of(path, packed.get(), limit, monitor)
                : new Unpacked(file, Optional.empty());
        CaptureFormat format = recognise(plain.bytes().bytes());
        Optional<TextLog> log =
                format == CaptureFormat.TEXT_LOG ? Optional.of(TextLog.read(plain.bytes().bytes(), monitor))
                        : Optional.empty();
        Optional<TarArchive> tar =
                format == CaptureFormat.TAR ? Optional.of(TarArchive.read(plain.bytes(), monitor)) : Optional.empty();
        FileBytes frames =
                log.map(TextLog::records).map(FileBytes::of).or(() -> tar.map(TarArchive::bytes)).orElse(plain.bytes());
        return new CaptureFile(path, Optional.of(opened), () -> size, new Unpacked(frames, plain.damage()),
                frames::size, format, log, tar, packed.isEmpty(), UnaryOperator.identity());
    }

    /// A pcap file with ns that is being written. Its readers read what is written, and give false
    /// until there is more.
    ///
    /// @param bytes the mapped file, with room for what will be written
    /// @param written how many of the bytes are written: the header, and whole records
    /// @param noted adds what is known of it besides
    public static CaptureFile growing(Path path, MemorySegment bytes, LongSupplier written,
            UnaryOperator<CaptureNotes> noted) {
        return new CaptureFile(path, Optional.empty(), written, new Unpacked(FileBytes.of(bytes), Optional.empty()),
                written, CaptureFormat.PCAP_NANOSECONDS, Optional.empty(), Optional.empty(), false, noted);
    }

    static CaptureFormat recognise(MemorySegment bytes) throws CaptureFormatException {
        if (bytes.byteSize() == 0) {
            throw new CaptureFormatException(CaptureFault.EMPTY.text(), 0);
        }
        if (bytes.byteSize() < Integer.BYTES) {
            throw new CaptureFormatException(CaptureFault.TOO_SHORT.text(), 0);
        }
        if (Octets.little(bytes, 0) == PcapngReader.SECTION_HEADER) {
            return CaptureFormat.PCAPNG;
        }
        Optional<PcapVariant> pcap = PcapVariant.of(bytes);
        if (pcap.isPresent()) {
            return pcap.get().format();
        }
        if (TarArchive.isTar(bytes)) {
            return CaptureFormat.TAR;
        }
        if (TextLog.isLog(bytes)) { // before formats that text may begin like
            return CaptureFormat.TEXT_LOG;
        }
        Optional<String> foreign = ForeignFormat.describe(bytes);
        if (foreign.isEmpty() && !TextLog.mayBe(bytes) && ErfReader.fits(bytes)) {
            return CaptureFormat.ERF;
        }
        throw new CaptureFormatException(foreign.orElseGet(() -> unknown(bytes)), 0);
    }

    private static String unknown(MemorySegment bytes) {
        if (TextLog.mayBe(bytes)) {
            return CaptureFault.TEXT_WITHOUT_SIP.text();
        }
        if (TextLog.hasZeros(bytes)) {
            return CaptureFault.TEXT_WITH_ZEROS.text();
        }
        return CaptureFault.UNKNOWN_FORMAT.text(Octets.hex(bytes, 0, Integer.BYTES));
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// The file as it was when it was opened; nothing for a ring file, which only SipSleuth writes.
    public Optional<OpenedFile> opened() {
        return opened;
    }

    /// Looks whether it is still the file that was opened.
    ///
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if it is not
    public void check() {
        opened.ifPresent(OpenedFile::check);
    }

    /// The size of the file itself, as it lies on the disk; of one that grew, when it was opened.
    public long sizeBytes() {
        return sizeBytes.getAsLong();
    }

    /// Its format.
    public CaptureFormat format() {
        return format;
    }

    /// The capture's bytes; of a compressed file, unpacked. The offsets of frames are positions
    /// here.
    ///
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if the file is known to have
    ///     changed; somebody has to look ([#check]) to know
    @Override
    public MemorySegment bytes() {
        opened.ifPresent(OpenedFile::checkKnown);
        return plain.bytes().bytes();
    }

    @Override
    public long size() {
        return plain.bytes().size();
    }

    /// The text log that it is; nothing if it is a capture of frames. The offsets of frames are not
    /// positions in the log then.
    public Optional<TextLog> log() {
        return log;
    }

    /// Where a compressed file could not be unpacked further.
    public Optional<Damage> damage() {
        return plain.damage();
    }

    /// Why the reading ended before the end of the file: the cause first, where a compressed file
    /// ends early and so within a frame.
    ///
    /// @param reader has come to its end
    public Optional<Damage> damage(FrameReader reader) {
        Optional<Damage> inside = reader.damage().map(this::withCause);
        boolean isWhole = !isPlain && inside.filter(Damage::isTorn).isPresent(); // nobody writes on in what was packed
        return isWhole ? inside.map(found -> new Damage(found.offset(), found.what())) : inside.or(this::damage);
    }

    /// What is noted of it.
    ///
    /// @param reader has read it
    public CaptureNotes notes(FrameReader reader) {
        return noted.apply(reader.notes());
    }

    private Damage withCause(Damage inside) {
        if (damage().isEmpty()) {
            return inside;
        }
        Damage packed = damage().get();
        long behind = size() - inside.offset();
        return packed.isLimit() && behind <= LONGEST_RECORD_BYTES
                ? new Damage(inside.offset(), packed.what(), packed.kind())
                : new Damage(inside.offset(), packed.what() + " " + inside.what());
    }

    private NearWindow window(Semaphore channels) {
        return isPlain && channels.availablePermits() > 0 ? new NearWindow(new SequentialFile(path, this, channels))
                : new NearWindow(this);
    }

    /// A new reader at the first frame.
    ///
    /// @throws CaptureFormatException if the file's own header is cut short or makes no sense
    public FrameReader frames() throws CaptureFormatException {
        return frames(NO_CHANNELS);
    }

    /// The same, of somebody who reads it to its end.
    ///
    /// @param channels how many files may be open besides being mapped
    public FrameReader frames(Semaphore channels) throws CaptureFormatException {
        return switch (format) {
            case PCAPNG -> new PcapngReader(this);
            case ERF -> new ErfReader(this);
            case TEXT_LOG -> log.orElseThrow().frames();
            case TAR -> tar.orElseThrow().frames();
            case PCAP, PCAP_NANOSECONDS, PCAP_KUZNETZOV, PCAP_IXIA -> new PcapReader(this, window(channels), end);
        };
    }
}
