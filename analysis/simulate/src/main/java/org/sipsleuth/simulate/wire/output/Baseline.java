package org.sipsleuth.simulate.wire.output;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A base capture whose frames are kept: bytes, times and order. It is only read.
public final class Baseline {

    private static final int FRAMES_BETWEEN = 4096;

    /// Times of pcap have 32 bits for seconds.
    private static final long MOST_NANOS = (1L << Integer.SIZE) * 1_000_000_000L;

    private final Path path;
    private final OpenedFiles opened;
    private final String sha256;
    private final MemorySegment bytes;
    private final FrameReader reader;
    private final Extent extent;
    private final Frame next = new Frame();
    private final byte[] buffer = new byte[FrameReader.LARGEST_FRAME_BYTES];
    private boolean hasNext;

    /// The facts found by a first pass.
    ///
    /// @param frames the number of frames
    /// @param firstNanos the earliest time of a frame
    /// @param lastNanos the latest
    /// @param linkType of all frames
    /// @param damage the defect at which reading stopped
    public record Extent(long frames, long firstNanos, long lastNanos, int linkType, Optional<Damage> damage) {}

    private Baseline(CaptureFile file, OpenedFiles opened, String sha256, Extent extent) throws CaptureFormatException {
        this.path = file.path();
        this.opened = opened;
        this.sha256 = sha256;
        this.bytes = file.bytes();
        this.reader = file.frames();
        this.extent = extent;
        this.hasNext = reader.next(next);
    }

    /// Opens a capture, and reads it once to know its extent.
    ///
    /// @throws CaptureFormatException if it is no capture, is empty, or has several link types
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if it changed meanwhile
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Baseline open(Path path, RunMonitor monitor) throws IOException {
        return open(path, UnpackLimit.DEFAULT, monitor);
    }

    /// The same.
    ///
    /// @param limit how much of a compressed capture is unpacked
    public static Baseline open(Path path, UnpackLimit limit, RunMonitor monitor) throws IOException {
        CaptureFile file = CaptureFile.open(path, limit, monitor);
        OpenedFiles opened = new OpenedFiles(file.opened().stream().toList());
        return opened.verified(() -> read(file, opened, monitor));
    }

    private static Baseline read(CaptureFile file, OpenedFiles opened, RunMonitor monitor) throws IOException {
        String sha256 = opened.files().getFirst().sha256(monitor);
        return new Baseline(file, opened, sha256, extent(file, monitor));
    }

    private static Extent extent(CaptureFile file, RunMonitor monitor) throws CaptureFormatException {
        FrameReader reader = file.frames();
        Frame frame = new Frame();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long frames = 0;
        int linkType = 0;
        while (reader.next(frame)) {
            if (frames++ == 0) {
                linkType = frame.linkType();
            } else if (frame.linkType() != linkType) {
                throw new CaptureFormatException(
                        "It has frames of more than one link type (%s and %s); a pcap file has one."
                                .formatted(LinkTypes.name(linkType), LinkTypes.name(frame.linkType())),
                        frame.offset());
            }
            first = Math.min(first, frame.capturedAtNanos());
            last = Math.max(last, frame.capturedAtNanos());
            if (frames % FRAMES_BETWEEN == 0) {
                monitor.throwIfCancelled();
                long size = file.size();
                monitor.progress(new Progress("Reading capture", reader.position(), size));
            }
        }
        if (frames == 0) {
            throw new CaptureFormatException("It has no frames.", reader.position());
        }
        if (first < 0 || last >= MOST_NANOS) {
            throw new CaptureFormatException("It has times that pcap cannot store.", 0);
        }
        Optional<Damage> damage = file.damage(reader);
        return new Extent(frames, first, last, linkType, damage);
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// The SHA-256 of the file as stored on disk.
    public String sha256() {
        return sha256;
    }

    /// The state of the file when it was opened: the copied frames are valid only if it is
    /// unchanged afterwards.
    public OpenedFiles opened() {
        return opened;
    }

    /// The facts of the capture.
    public Extent extent() {
        return extent;
    }

    /// Copies the frames up to a time.
    ///
    /// @return the number of copied frames
    long copy(PcapOutput file, long untilNanos) {
        long copied = 0;
        while (hasNext && next.capturedAtNanos() <= untilNanos) {
            int length = next.capturedBytes();
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, next.offset(), buffer, 0, length);
            file.append(next.capturedAtNanos(), buffer, 0, length, next.wireBytes());
            hasNext = reader.next(next);
            copied++;
        }
        return copied;
    }
}
