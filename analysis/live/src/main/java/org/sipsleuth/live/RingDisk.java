package org.sipsleuth.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The disk that the files of a ring are on.
interface RingDisk {

    /// The file system.
    RingDisk SYSTEM = new RingDisk() {
        @Override
        public int write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
            return file.write(bytes, at);
        }

        @Override
        public long usableBytes(Path directory) throws IOException {
            return Files.getFileStore(directory).getUsableSpace();
        }
    };

    /// Writes some of the bytes, as [FileChannel#write(ByteBuffer, long)] does.
    int write(FileChannel file, ByteBuffer bytes, long at) throws IOException;

    /// How much room there is.
    long usableBytes(Path directory) throws IOException;

    /// After this time a full disk may have room again: also a file that was removed takes room
    /// until nobody reads it any more.
    default Duration retry() {
        return Duration.ofSeconds(1);
    }
}
