package org.sipsleuth.app.handover;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens, for a window, for files that other processes of this user hand over. One is heard after
/// the other; what is no message is refused.
public final class RunningWindow implements Closeable {

    /// Opens files.
    @FunctionalInterface
    public interface Receiver {

        /// Called on the thread that listens; must not wait long.
        ///
        /// @param files absolute paths
        /// @return false if the window is busy, so that another has to open them
        boolean open(List<Path> files);
    }

    static final byte TAKEN = 1;
    private static final byte REFUSED = 0;

    /// For the message, and for the answer.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(RunningWindow.class);

    private final ServerSocketChannel server;
    private final Path socket;
    private final Receiver receiver;

    private RunningWindow(ServerSocketChannel server, Path socket, Receiver receiver) {
        this.server = server;
        this.socket = socket;
        this.receiver = receiver;
    }

    /// Begins to listen, on a thread of its own.
    ///
    /// @param process whose window it is
    /// @throws IOException if there can be no socket, such as on a disk that is read-only
    public static RunningWindow listen(WindowSockets windows, long process, Receiver receiver) throws IOException {
        Path socket = windows.of(process);
        Path beginning = windows.folder().resolve("." + socket.getFileName());
        Files.deleteIfExists(beginning);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(beginning));
            // Only now it has its name: until it listens, it looks like that of a killed window.
            Files.move(beginning, socket, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException noSocket) {
            server.close();
            throw noSocket;
        }
        RunningWindow window = new RunningWindow(server, socket, receiver);
        Thread.ofPlatform().daemon().name("sipsleuth-handover").start(window::run);
        return window;
    }

    private void run() {
        try (server) {
            while (true) {
                answer(server.accept());
            }
        } catch (IOException closed) {
            LOG.debug("The window listens no more: {}", closed.getClass().getName());
        }
    }

    private void answer(SocketChannel caller) {
        try (caller) {
            hear(caller);
        } catch (IOException noMessage) {
            LOG.debug("No files were handed over: {}", noMessage.getClass().getName());
        }
    }

    private void hear(SocketChannel channel) throws IOException {
        boolean isTaken = receiver.open(HandedFiles.read(channel, PATIENCE));
        HandedFiles.send(channel, ByteBuffer.wrap(new byte[]{isTaken ? TAKEN : REFUSED}),
                System.nanoTime() + PATIENCE.toNanos());
    }

    /// Listens no more.
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(socket);
        server.close();
    }
}
