package org.sipsleuth.app.handover;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Hands files to a window that runs already.
public final class FileHandOver {

    /// For all windows together: the user waits for the first one to open.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private FileHandOver() {}

    /// Asks the windows, the newest first.
    ///
    /// @return whether one of them opens the files
    public static boolean toRunningWindow(WindowSockets windows, List<Path> files) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            ByteBuffer message = HandedFiles.encoded(files);
            for (Path socket : windows.all()) {
                if (isTaken(socket, message.duplicate(), end)) {
                    return true;
                }
            }
        } catch (IOException noMessage) {
            return false; // a window of its own can open them
        }
        return false;
    }

    private static boolean isTaken(Path socket, ByteBuffer message, long end) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false); // the queue of a window that hangs may be full
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                return false;
            }
            HandedFiles.send(channel, message, end);
            return HandedFiles.filled(channel, 1, end).get() == RunningWindow.TAKEN;
        } catch (ConnectException nobodyListens) {
            Files.deleteIfExists(socket); // that of a window that was killed
            return false;
        } catch (IOException noAnswer) {
            return false;
        }
    }
}
