package org.sipsleuth.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A disk with room for so many bytes of a ring's files, which may change; it never rests.
public final class SmallDisk implements RingDisk {

    private final Path directory;
    private volatile long bytes;
    private long lastEnd;

    /// @param directory of the ring
    public SmallDisk(Path directory, long bytes) {
        this.directory = directory;
        this.bytes = bytes;
    }

    /// Something else takes room, or gives it back.
    public void resize(long other) {
        bytes = other;
    }

    /// A capture that writes to it.
    public LiveCapture capture(PacketSources sources, RingSettings ring) throws LiveCaptureException {
        return LiveCapture.open(sources, new LiveRequest("", "", ring), this);
    }

    @Override
    public int write(FileChannel file, ByteBuffer some, long at) throws IOException {
        long room = bytes - completeBytes() - at;
        if (room <= 0) {
            throw new IOException("No space left on device");
        }
        int length = (int) Math.min(room, some.remaining());
        int written = file.write(some.slice(some.position(), length), at);
        some.position(some.position() + written);
        lastEnd = at + written;
        return written;
    }

    @Override
    public long usableBytes(Path ignored) throws IOException {
        return Math.max(0, bytes - completeBytes() - lastEnd);
    }

    /// The last file has its full size before it is written.
    private long completeBytes() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(each -> each.toString().endsWith(".pcap")).sorted().toList();
            long sum = 0;
            for (Path file : files.subList(0, Math.max(0, files.size() - 1))) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    @Override
    public Duration retry() {
        return Duration.ZERO;
    }
}
