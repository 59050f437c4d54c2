package org.sipsleuth.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file while it is written: `.sipsleuth-PID-RANDOM.part` beside the output, with mode 600 and
/// locked by its process. One that nobody has locked was left behind by a killed process.
final class UnfinishedFile implements Closeable {

    private static final Pattern NAME = Pattern.compile("\\.sipsleuth-(\\d+)-[0-9a-f]{16}\\.part");
    private static final int RANDOM_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Between making a file and locking it a process needs microseconds. A process of another
    /// machine or container is not known by its number here, so its file is left alone so long.
    private static final Duration UNTIL_LOCKED = Duration.ofMinutes(1);

    /// Those of this process. Opening and closing one of them once more would release its lock.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private UnfinishedFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Makes a new file, after removing those that dead processes left in the directory.
    static UnfinishedFile create(Path directory) throws IOException {
        removeStale(directory);
        while (true) {
            Path path = directory.resolve(name());
            OWN.add(path);
            try {
                deleteAtEnd(path); // before it is made: when the process ends, none is begun
                FileChannel channel = FileChannel.open(path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(directory));
                UnfinishedFile made = new UnfinishedFile(path, channel);
                made.confirmDeletion();
                lock(channel);
                return made;
            } catch (FileAlreadyExistsException another) {
                OWN.remove(path);
            } catch (IOException | RuntimeException failure) {
                OWN.remove(path);
                throw failure;
            }
        }
    }

    /// Has the file deleted when the process ends, also by Ctrl-C.
    ///
    /// @throws IOException if it is ending by now
    private static void deleteAtEnd(Path path) throws IOException {
        try {
            path.toFile().deleteOnExit();
        } catch (IllegalStateException ending) {
            throw new IOException("the program is ending", ending);
        }
    }

    /// The files may have been deleted after this one was announced, and before it was made.
    private void confirmDeletion() throws IOException {
        try {
            deleteAtEnd(path);
        } catch (IOException ending) {
            close();
            throw ending;
        }
    }

    private static String name() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return ".sipsleuth-%d-%s.part".formatted(ProcessHandle.current().pid(), HexFormat.of().formatHex(random));
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /// The lock goes with the process, so it is never released. Some file systems have none.
    @SuppressWarnings("UnusedVariable") // holding it is all that it is for
    private static void lock(FileChannel channel) {
        try {
            FileLock held = channel.tryLock();
        } catch (IOException none) {
            return; // others then never remove this file
        }
    }

    private static void removeStale(Path directory) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, ".sipsleuth-*.part")) {
            for (Path file : all) {
                if (isStale(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unreadable) {
            return; // a directory may be writable without being readable
        }
    }

    private static boolean isStale(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (OWN.contains(file) || !name.matches()) {
            return false;
        }
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Instant written = Files.getLastModifiedTime(file).toInstant();
            if (isRunning(name.group(1)) && written.plus(UNTIL_LOCKED).isAfter(Instant.now())) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock != null;
            }
        } catch (IOException | OverlappingFileLockException inUse) {
            return false;
        }
    }

    private static boolean isRunning(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid)).isPresent();
        } catch (NumberFormatException noNumber) {
            return true;
        }
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /// Removes it, unless it was renamed.
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        } finally {
            OWN.remove(path);
        }
    }
}
