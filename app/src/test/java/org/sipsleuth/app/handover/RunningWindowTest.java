package org.sipsleuth.app.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.text.FileName;

/// Files of one process are opened in the window of another one, over a real socket.
class RunningWindowTest {

    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":7");

    @TempDir Path folder;
    private WindowSockets sockets = new WindowSockets(Path.of("/"), "");
    private final List<List<Path>> opened = new CopyOnWriteArrayList<>();
    private final List<RunningWindow> windows = new CopyOnWriteArrayList<>();

    @BeforeEach
    void makeFolder() {
        sockets = WindowSockets.of(DISPLAY, folder).orElseThrow();
    }

    @AfterEach
    void closeWindows() throws IOException {
        for (RunningWindow window : windows) {
            window.close();
        }
    }

    private void listen(long process, boolean takes) throws IOException {
        windows.add(RunningWindow.listen(sockets, process, files -> {
            opened.add(files);
            return takes;
        }));
    }

    private boolean handOver(Path... files) {
        return FileHandOver.toRunningWindow(sockets, List.of(files));
    }

    @Test
    void filesAreOpenedInTheRunningWindow() throws IOException {
        listen(1, true);
        assertTrue(handOver(folder.resolve("a.pcap"), folder.resolve("b.pcap")));
        assertEquals(List.of(List.of(folder.resolve("a.pcap"), folder.resolve("b.pcap"))), opened);
        assertTrue(handOver(folder.resolve("c.pcap")));
        assertEquals(2, opened.size());
    }

    @Test
    void anyNameArrivesAsItIs() throws IOException {
        listen(1, true);
        for (String name : List.of("two  blanks.pcap", "Grüße.pcap", "line\nbreak.pcap", "\udcff\udc80latin.pcap",
                "%41 + \".pcap", "日本\ud83d\ude00.pcap")) {
            Path file = FileName.path(folder + "/" + name);
            opened.clear();
            assertTrue(handOver(file));
            assertEquals(List.of(List.of(file)), opened, name);
        }
    }

    @Test
    void relativePathsBecomeAbsolute() throws IOException {
        listen(1, true);
        assertTrue(handOver(Path.of("a.pcap")));
        assertEquals(List.of(List.of(Path.of("a.pcap").toAbsolutePath())), opened);
    }

    @Test
    void withoutAWindowNothingTakesThem() {
        assertFalse(handOver(folder.resolve("a.pcap")));
    }

    @Test
    void aBusyWindowLeavesThemToAnother() throws IOException {
        listen(1, false);
        assertFalse(handOver(folder.resolve("a.pcap")));
        assertEquals(1, opened.size());
        listen(2, true);
        assertTrue(handOver(folder.resolve("a.pcap")));
    }

    @Test
    void theSocketOfAKilledWindowIsRemoved() throws IOException {
        Path stale = sockets.of(3);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(stale)); // closing leaves the file
        }
        assertFalse(handOver(folder.resolve("a.pcap")));
        assertFalse(Files.exists(stale));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(stale));
        }
        listen(3, true); // the same process number again
        assertTrue(handOver(folder.resolve("a.pcap")));
    }

    @Test
    void aWindowThatWasClosedLeavesNothing() throws IOException {
        listen(1, true);
        windows.getFirst().close();
        try (Stream<Path> files = Files.list(sockets.folder())) {
            assertEquals(List.of(), files.toList());
        }
        assertFalse(handOver(folder.resolve("a.pcap")));
    }

    @Test
    void aWindowThatDoesNotAnswerIsLeftAlone() throws IOException {
        Path hanging = sockets.of(4);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(hanging));
            assertFalse(handOver(folder.resolve("a.pcap")));
            assertTrue(Files.exists(hanging, LinkOption.NOFOLLOW_LINKS));
        }
    }

    @Test
    void otherDisplaysAreOthers() throws IOException {
        listen(1, true);
        WindowSockets other = WindowSockets.of(Map.of("DISPLAY", ":8"), folder).orElseThrow();
        assertFalse(FileHandOver.toRunningWindow(other, List.of(folder.resolve("a.pcap"))));
        assertEquals(Optional.of(sockets), WindowSockets.of(Map.of("DISPLAY", ":7.0"), folder));
        assertEquals(Optional.empty(), WindowSockets.of(Map.of(), folder));
        assertTrue(WindowSockets.of(Map.of("WAYLAND_DISPLAY", "wayland-0"), folder).isPresent());
    }

    private static byte[] message(int mark, int count, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(mark);
        out.writeInt(count);
        for (String name : names) {
            out.writeUTF(name);
        }
        return bytes.toByteArray();
    }

    private void send(int length, byte[] body) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(sockets.of(1)))) {
            channel.write(ByteBuffer.allocate(Integer.BYTES + body.length).putInt(length).put(body).flip());
            channel.shutdownOutput();
            ByteBuffer answer = ByteBuffer.allocate(1);
            try {
                assertEquals(-1, channel.read(answer), "no answer, and the channel is closed");
            } catch (IOException reset) {
                // closed with bytes unread
            }
        }
    }

    @Test
    void whatIsNoMessageIsRefusedAndTheNextOneIsHeard() throws IOException {
        int mark = 0x53495001;
        listen(1, true);
        for (byte[] body : List.of(new byte[0], new byte[100], message(mark, 0), message(mark, -1),
                message(mark, 1_001), message(mark, 2, "/a"), message(mark, 1, "relative.pcap"), message(mark, 1, ""),
                message(mark, 1, "/a\0b"), message(mark, 1, "/" + "x".repeat(4_096)), message(mark, 1, "/a", "/b"),
                message(mark + 1, 1, "/a"))) {
            send(body.length, body);
        }
        byte[] good = message(mark, 1, "/a");
        send(Integer.MAX_VALUE, good);
        send(-1, good);
        send(good.length + 1, good);
        assertEquals(List.of(), opened);
        try (SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(sockets.of(1)))) {
            assertTrue(silent.isConnected());
            assertTrue(handOver(folder.resolve("a.pcap")), "heard after the silent one");
        }
    }

    @Test
    void moreFilesThanAMessageHoldsAreNotHandedOver() throws IOException {
        listen(1, true);
        assertFalse(FileHandOver.toRunningWindow(sockets,
                Stream.generate(() -> folder.resolve("a.pcap")).limit(HandedFiles.MOST_FILES + 1).toList()));
        assertEquals(List.of(), opened);
    }

    @Test
    void theFolderIsForThisUserOnly() throws IOException {
        Path runtime = Files.createDirectory(folder.resolve("run"));
        Map<String, String> environment = Map.of("DISPLAY", ":7", "XDG_RUNTIME_DIR", runtime.toString());
        Path made = WindowSockets.of(environment, folder).orElseThrow().folder();
        assertEquals(runtime.resolve("sipsleuth"), made);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(made, WindowSockets.of(environment, folder).orElseThrow().folder());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }

    @Test
    void aFolderThatOthersCanReplaceOrThatIsALinkIsNotUsed() throws IOException {
        Path runtime = Files.createDirectory(folder.resolve("run"));
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxrwxrwx"));
        Map<String, String> environment = Map.of("DISPLAY", ":7", "XDG_RUNTIME_DIR", runtime.toString());
        assertEquals(folder.resolve("windows"), WindowSockets.of(environment, folder).orElseThrow().folder());
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
        Files.delete(runtime.resolve("sipsleuth"));
        Files.createSymbolicLink(runtime.resolve("sipsleuth"), Files.createDirectory(folder.resolve("elsewhere")));
        assertEquals(folder.resolve("windows"), WindowSockets.of(environment, folder).orElseThrow().folder());
    }

    @Test
    void withoutAPlaceThereIsNoSocket() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertEquals(Optional.empty(), WindowSockets.of(DISPLAY, file.resolve("cache")));
        assumeFalse(System.getProperty("user.name").equals("root"), "root writes everywhere");
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-x------"));
        assertEquals(Optional.empty(), WindowSockets.of(DISPLAY, readOnly));
    }
}
