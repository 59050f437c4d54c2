package org.sipsleuth.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.log.TextLog;
import org.sipsleuth.capture.tar.TarArchive;

/// The captures in a directory and in those below it, each once, whatever links lead to it. Links to
/// directories are not followed, but named where they lead out of the directory; hidden files are
/// left out.
public final class CaptureFolder {

    /// Names of captures, which count whatever they hold: what is wrong with one is reported.
    private static final Pattern NAME = Pattern.compile(".*\\.(pcap|pcapng|cap|erf)[0-9]*(\\.(gz|zst))?");

    /// Names of text logs, which count only if they hold a SIP message: most hold none.
    private static final Pattern LOG_NAME = Pattern.compile(".*\\.(log|txt)(\\.[0-9]+)?");

    /// Names of tar archives, which count only if they hold captures: most hold none.
    private static final Pattern TAR_NAME = Pattern.compile(".*\\.(tar(\\.(gz|zst))?|tgz)(\\.[0-9]+)?");

    /// Those of VoIPmonitor that are packed in a format that is not read, which is reported.
    private static final Pattern XZ_NAME = Pattern.compile("(sip|rtp)_.*\\.tar\\.xz(\\.[0-9]+)?");

    /// The first four bytes of pcap in all its variants and byte orders, and of pcapng.
    private static final Set<Integer> MAGIC = Set.of(0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0xa1b2cd34,
            0x34cdb2a1, 0x1c0001ab, 0xab01001c, 0x1c0001ac, 0xac01001c, 0x0a0d0d0a);

    private final BiConsumer<Path, IOException> unreadable;
    private final List<Path> captures = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();

    /// The files outside of the directory that links led to.
    private final Set<Path> outside = new HashSet<>();

    private int others;
    private boolean isComplete = true;

    /// Searches for them.
    ///
    /// @param unreadable gets each file or directory that could not be looked at
    public CaptureFolder(Path folder, BiConsumer<Path, IOException> unreadable) throws IOException {
        this.unreadable = unreadable;
        Path real = folder.toRealPath();
        Files.walkFileTree(Files.isSymbolicLink(folder) ? real : folder, new Visitor());
        links.sort(null);
        for (Path link : links) {
            follow(link, real);
        }
        captures.sort(null);
    }

    /// What leads into the directory is in it already; what leads to a file outside is one of it.
    private void follow(Path link, Path folder) {
        try {
            Path target = link.toRealPath();
            boolean isInside = target.startsWith(folder);
            if (Files.isDirectory(target) && !isInside) {
                leaveOut(link, new IOException("a link to a folder, which is not followed; name that folder as well"));
            } else if (Files.isRegularFile(target) && (!isInside || isHidden(target)) && outside.add(target)) {
                add(link);
            }
        } catch (IOException nowhere) {
            if (isNamedCapture(String.valueOf(link.getFileName()))) {
                leaveOut(link, new IOException("a link that leads nowhere", nowhere));
            }
        }
    }

    private void leaveOut(Path path, IOException obstacle) {
        unreadable.accept(path, obstacle);
        isComplete = false;
    }

    private void add(Path file) {
        if (isCapture(file)) {
            captures.add(file);
        } else {
            others++;
        }
    }

    /// Their paths, sorted.
    public List<Path> captures() {
        return List.copyOf(captures);
    }

    /// How many other files there are.
    public int others() {
        return others;
    }

    /// Whether all directories could be listed.
    public boolean isComplete() {
        return isComplete;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink() && !isHidden(file)) {
                links.add(file);
            } else if (attributes.isRegularFile() && !isHidden(file)) {
                add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException obstacle) {
            leaveOut(file, obstacle);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException obstacle) {
            if (obstacle != null) {
                leaveOut(folder, obstacle);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    /// Whether a file is a capture by its name.
    public static boolean isNamedCapture(String name) {
        return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isCapture(Path file) {
        String name = String.valueOf(file.getFileName());
        return isNamedCapture(name) || firstBytes(file).filter(MAGIC::contains).isPresent()
                || (LOG_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches() && isLog(file))
                || XZ_NAME.matcher(name).matches()
                || (TAR_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches() && isTarOfCaptures(file));
    }

    /// Whether a capture is among the first members of an archive.
    private static boolean isTarOfCaptures(Path file) {
        return near(file).filter(head -> TarArchive.holdsCaptures(head.bytes())).isPresent();
    }

    /// Whether a message begins near the beginning of a file.
    private static boolean isLog(Path file) {
        return near(file).filter(head -> !head.isPacked() && TextLog.isLog(head.bytes())).isPresent();
    }

    private static Optional<CaptureHead> near(Path file) {
        try {
            return Optional.of(CaptureHead.near(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> firstBytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Integer.BYTES);
            return bytes.length < Integer.BYTES ? Optional.empty() : Optional.of(ByteBuffer.wrap(bytes).getInt());
        } catch (IOException unreadable) {
            return Optional.empty(); // no capture by its name
        }
    }
}
