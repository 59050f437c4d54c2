package org.sipsleuth.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A native library of a jar, unpacked once into the cache folder of the user. Left to themselves,
/// the libraries unpack into the folder of temporary files at every start, and a killed process
/// leaves its copy there.
///
/// What lies in the cache folder is used only if it has the bytes of the jar, and only the user can
/// change it.
public final class NativeLibrary {

    private static final String FOLDER = "native";
    private static final String PART = ".part";
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);
    private static final int HASH_BYTES = 8;
    private static final int RANDOM_BYTES = 8;

    private NativeLibrary() {}

    /// A file with the bytes of a resource, in the cache folder of this user.
    ///
    /// @param owner a class of the jar
    /// @param resource its absolute name
    /// @param prefix how the name of the file begins
    /// @param suffix how it ends; the beginning of its SHA-256 stands between them
    /// @return empty if there is no such resource, or no file that nobody else can change; the
    ///     library then has to unpack itself
    public static Optional<Path> unpacked(Class<?> owner, String resource, String prefix, String suffix) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            return in == null ? Optional.empty()
                    : Optional.of(in(UserFolders.cache().resolve(FOLDER), in.readAllBytes(), prefix, suffix));
        } catch (IOException | UnsupportedOperationException noPlace) {
            return Optional.empty();
        }
    }

    /// A file with these bytes in a folder, made if it is not there.
    ///
    /// @throws IOException if no such file can be made that only its owner can change
    static Path in(Path folder, byte[] bytes, String prefix, String suffix) throws IOException {
        PrivateFolder.make(folder);
        Path file = folder.resolve(prefix + hash(bytes) + suffix);
        if (!holds(file, bytes)) {
            write(file, bytes);
            if (!holds(file, bytes)) {
                throw new IOException(file + " was changed while it was written");
            }
        }
        return file;
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        long size = (Long) Files.getAttribute(file, "size", LinkOption.NOFOLLOW_LINKS);
        int names = (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        if (size != bytes.length || names != 1) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return PrivateFolder.isOwn(file)
                    && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).equals(PrivateFolder.OWNER_ONLY)
                    && Arrays.equals(in.readNBytes(bytes.length + 1), bytes);
        }
    }

    /// Two processes may do so at a time: the file is put in its place whole, and what was there is
    /// replaced without looking where it points to.
    private static void write(Path file, byte[] bytes) throws IOException {
        removeLeftBehind(file.resolveSibling("."));
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path part = file.resolveSibling("." + HexFormat.of().formatHex(random) + PART);
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.setPosixFilePermissions(part, PrivateFolder.OWNER_ONLY);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void removeLeftBehind(Path folder) throws IOException {
        Instant old = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path part : parts) {
                if (isOlder(part, old)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isOlder(Path part, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(moment);
        } catch (NoSuchFileException e) {
            return false; // another program has completed it meanwhile
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
