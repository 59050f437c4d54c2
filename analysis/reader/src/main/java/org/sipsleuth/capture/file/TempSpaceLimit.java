package org.sipsleuth.capture.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much temporary files may take. Some of the disk stays free whatever a capture holds: a full
/// one stops other programs as well.
public final class TempSpaceLimit {

    private static final long LEFT_BYTES = 512L << 20;

    /// Reports the free space of the file system of a file.
    @FunctionalInterface
    public interface Disk {
        long usableBytes(Path file) throws IOException;
    }

    private final Disk disk;

    /// The room on the disks of this machine.
    public TempSpaceLimit() {
        this(file -> Files.getFileStore(file).getUsableSpace());
    }

    public TempSpaceLimit(Disk disk) {
        this.disk = disk;
    }

    /// How many bytes more may be written beside a file.
    public long besideBytes(Path file) throws IOException {
        return Math.max(0, disk.usableBytes(file) - LEFT_BYTES);
    }
}
