package org.sipsleuth.capture.tar;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.tar.TarWalk.Stretch;
import org.sipsleuth.run.RunMonitor;

/// An archive of captures as one capture: its frames in the order of time, those of a member in their
/// own. They stay where they are in the archive, unless a capture lies in several members: then all are
/// copied, each in one piece, into a temporary file that goes with the program.
public final class TarArchive {

    private final FileBytes bytes;
    private final FrameOrder order;
    private final Optional<Damage> damage;

    private TarArchive(FileBytes bytes, FrameOrder order, Optional<Damage> damage) {
        this.bytes = bytes;
        this.order = order;
        this.damage = damage;
    }

    /// Whether a file begins as an archive does.
    public static boolean isTar(MemorySegment bytes) {
        return TarHeader.of(bytes, 0).isPresent();
    }

    /// Whether a file begins as an archive of captures does.
    ///
    /// @param bytes the beginning of a file
    public static boolean holdsCaptures(MemorySegment bytes) {
        TarWalk walk = new TarWalk(bytes, RunMonitor.NONE).run();
        return isTar(bytes) && (!walk.captures().isEmpty() || walk.packed().isPresent());
    }

    /// Reads an archive.
    ///
    /// @throws CaptureFormatException if no capture is in it that can be read
    /// @throws IOException if there is no room for captures in several members
    public static TarArchive read(FileBytes file, RunMonitor monitor) throws IOException {
        MemorySegment tar = file.bytes();
        TarWalk walk = new TarWalk(tar, monitor).run();
        if (walk.captures().isEmpty()) {
            throw new CaptureFormatException(
                    walk.packed().map(CaptureFault.TAR_PACKED::text).orElseGet(CaptureFault.TAR_WITHOUT_CAPTURES::text),
                    0);
        }
        boolean isInPlace = walk.captures().stream().allMatch(capture -> capture.size() == 1);
        MemorySegment bytes = isInPlace ? tar : joined(tar, walk.captures(), monitor);
        List<PcapMember> members = new ArrayList<>();
        long at = 0;
        for (List<Stretch> capture : walk.captures()) {
            long length = capture.stream().mapToLong(Stretch::bytes).sum();
            long from = isInPlace ? capture.getFirst().from() : at;
            at += length;
            PcapMember.of(bytes, from, from + length).ifPresent(members::add);
        }
        FrameOrder order = FrameOrder.of(bytes, members, monitor);
        Optional<Damage> damage = walk.damage()
                .filter(found -> !found.isTorn())
                .or(() -> order.damage().filter(found -> !found.isTorn()))
                .or(walk::damage)
                .or(order::damage);
        return new TarArchive(isInPlace ? file : FileBytes.of(bytes), order, damage);
    }

    private static MemorySegment joined(MemorySegment tar, List<List<Stretch>> captures, RunMonitor monitor)
            throws IOException {
        Path file = Files.createTempFile("sipsleuth-", ".pcaps");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            for (List<Stretch> capture : captures) {
                for (Stretch part : capture) {
                    monitor.throwIfCancelled();
                    write(channel, tar, part);
                }
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(FileChannel channel, MemorySegment tar, Stretch part) throws IOException {
        long at = part.from();
        while (at < part.to()) {
            ByteBuffer chunk = tar.asSlice(at, Math.min(Integer.MAX_VALUE, part.to() - at)).asByteBuffer();
            while (chunk.hasRemaining()) {
                at += channel.write(chunk);
            }
        }
    }

    /// What the places of frames are positions in: the archive, or what was copied of it.
    public FileBytes bytes() {
        return bytes;
    }

    /// A reader of its frames.
    public FrameReader frames() {
        return new TarReader(bytes, order, damage);
    }
}
