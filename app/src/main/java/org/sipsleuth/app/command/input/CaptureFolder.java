package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.Terminal;

/// The captures in a directory and in those below it. Links to directories are not followed, and
/// hidden files are left out.
final class CaptureFolder {

    /// Names of captures, which count whatever they hold: what is wrong with one is reported.
    private static final Pattern NAME = Pattern.compile(".*\\.(pcap|pcapng|cap|erf)[0-9]*(\\.(gz|zst))?");

    /// The first four bytes of pcap in all its variants and byte orders, and of pcapng.
    private static final Set<Integer> MAGIC = Set.of(0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0xa1b2cd34,
            0x34cdb2a1, 0x1c0001ab, 0xab01001c, 0x1c0001ac, 0xac01001c, 0x0a0d0d0a);

    private final Terminal terminal;
    private final List<Path> captures = new ArrayList<>();
    private int others;
    private boolean isComplete = true;

    /// Searches for them.
    CaptureFolder(Path folder, Terminal terminal) throws IOException {
        this.terminal = terminal;
        Files.walkFileTree(folder, new Visitor());
        captures.sort(null);
    }

    /// Their paths, sorted.
    List<Path> captures() {
        return List.copyOf(captures);
    }

    /// How many other files there are.
    int others() {
        return others;
    }

    /// Whether all directories could be listed.
    boolean isComplete() {
        return isComplete;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file) || !Files.isRegularFile(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (isCapture(file)) {
                captures.add(file);
            } else {
                others++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException obstacle) {
            terminal.report(file + ": " + CaptureFiles.reason(obstacle));
            isComplete = false;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException obstacle) {
            if (obstacle != null) {
                terminal.report(folder + ": the directory could not be listed completely: " + obstacle.getMessage());
                isComplete = false;
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static boolean isCapture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() || firstBytes(file).filter(MAGIC::contains).isPresent();
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
