package org.sipsleuth.capture.tls.keylog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Key logs that programs still write: reads what was added since it last looked. One thread.
///
/// A file that is not there yet is looked for again. One that was cut, or that another one was put
/// in place of, is read from its beginning; what it held before stays known.
public final class GrowingKeyLogs {

    private static final class Followed {
        final Path path;
        KeyLog.Place place = new KeyLog.Place();
        @Nullable Object identity;

        Followed(Path path) {
            this.path = path;
        }

        /// Goes to the beginning of what was added.
        ///
        /// @return whether there is something
        boolean find() throws IOException {
            if (!Files.isRegularFile(path)) {
                return false;
            }
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            boolean isOther = identity != null && !identity.equals(now.fileKey());
            if (isOther || now.size() < place.bytes()) {
                place = new KeyLog.Place();
            }
            identity = now.fileKey();
            return now.size() > place.bytes();
        }
    }

    private final List<Followed> files;
    private final KeyLog secrets = new KeyLog();

    /// Nothing is read before [#read].
    public GrowingKeyLogs(List<Path> files) {
        this.files = files.stream().map(Followed::new).toList();
    }

    /// All that was read so far.
    public KeyLog secrets() {
        return secrets;
    }

    /// Whether there is any file to follow.
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /// Reads the lines that were added.
    ///
    /// @param isLast whether nothing will be added, so that a line without an end is whole
    /// @throws IOException if a file is there and cannot be read
    public void read(boolean isLast) throws IOException {
        for (Followed file : files) {
            if (file.find()) {
                read(file, isLast);
            }
        }
    }

    private void read(Followed file, boolean isLast) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path, StandardOpenOption.READ)) {
            channel.position(file.place.bytes());
            InputStream added = new BufferedInputStream(Channels.newInputStream(channel));
            secrets.read(added, file.path.toString(), file.place, isLast);
        }
    }
}
