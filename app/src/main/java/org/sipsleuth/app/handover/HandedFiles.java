package org.sipsleuth.app.handover;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.text.FileName;

/// The message that names files: its length, a mark, their count, and each name in Java's own UTF-8,
/// which keeps the lone surrogates of [FileName]. Anybody can have sent it: bounded in length,
/// count and time.
final class HandedFiles {

    static final int MOST_BYTES = 1 << 18;
    static final int MOST_FILES = 1_000;
    private static final int LONGEST_NAME = 4_096;

    /// “SIP” and the version of the message.
    private static final int MARK = 0x53495001;

    private HandedFiles() {}

    /// A message.
    ///
    /// @throws IOException if it would be too long
    static ByteBuffer encoded(List<Path> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MARK);
        out.writeInt(files.size());
        for (Path file : files) {
            out.writeUTF(FileName.string(file.toAbsolutePath()));
        }
        if (bytes.size() > MOST_BYTES || files.size() > MOST_FILES) {
            throw new IOException("too many files for a message");
        }
        return ByteBuffer.allocate(Integer.BYTES + bytes.size()).putInt(bytes.size()).put(bytes.toByteArray()).flip();
    }

    /// Reads a message.
    ///
    /// @throws IOException if it is none, names anything but absolute paths, or does not come in
    ///     time
    static List<Path> read(SocketChannel from, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        int length = filled(from, Integer.BYTES, end).getInt();
        if (length < 2 * Integer.BYTES || length > MOST_BYTES) {
            throw new IOException("no message has this length");
        }
        return decoded(filled(from, length, end).array());
    }

    private static List<Path> decoded(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MARK) {
            throw new IOException("no message begins so");
        }
        int count = in.readInt();
        if (count < 1 || count > MOST_FILES) {
            throw new IOException("no message has as many files");
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(path(in.readUTF()));
        }
        if (in.available() > 0) {
            throw new IOException("there is more behind the message");
        }
        return files;
    }

    private static Path path(String name) throws IOException {
        if (!name.startsWith("/") || name.length() > LONGEST_NAME) {
            throw new IOException("no absolute path");
        }
        try {
            return FileName.path(name);
        } catch (InvalidPathException noPath) {
            throw new IOException(noPath);
        }
    }

    /// Bytes of a channel, which must come before this [System#nanoTime].
    static ByteBuffer filled(SocketChannel from, int bytes, long end) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(bytes);
        whileItLasts(from, SelectionKey.OP_READ, into, end, () -> from.read(into));
        return into.flip();
    }

    /// Sends all bytes before this [System#nanoTime].
    static void send(SocketChannel to, ByteBuffer bytes, long end) throws IOException {
        whileItLasts(to, SelectionKey.OP_WRITE, bytes, end, () -> to.write(bytes));
    }

    @FunctionalInterface
    private interface Step {
        /// @return less than 0 at the end of the channel
        int run() throws IOException;
    }

    private static void whileItLasts(SocketChannel channel, int operation, ByteBuffer bytes, long end, Step step)
            throws IOException {
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, operation);
            while (bytes.hasRemaining()) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0 || selector.select(left) == 0) {
                    throw new IOException("it took too long");
                }
                selector.selectedKeys().clear();
                if (step.run() < 0) {
                    throw new IOException("the channel ended early");
                }
            }
        }
    }
}
