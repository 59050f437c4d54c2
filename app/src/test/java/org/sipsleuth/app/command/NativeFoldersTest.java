package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.Main;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.live.Libpcap;
import org.sipsleuth.run.RunMonitor;

/// The native libraries of SQLite, zstd and JNA lie in the cache folder, and nothing of them in the
/// folder of temporary files, even if the process is killed.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class NativeFoldersTest {

    @TempDir private Path folder;

    private Process start(Class<?> main, String... arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary, "-Duser.home=" + folder.resolve("home"),
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                        System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("HOME", folder.resolve("home").toString());
        process.environment().remove("XDG_CACHE_HOME");
        return process.start();
    }

    private Process sipsleuth(String... arguments) throws IOException {
        return start(Main.class, arguments);
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private List<String> names(String folderName) throws IOException {
        Path listed = folder.resolve(folderName);
        if (!Files.exists(listed)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(listed)) {
            return all.map(file -> file.getFileName().toString().replaceFirst("-[0-9a-f]+", "")).sorted().toList();
        }
    }

    private Path packed() throws IOException {
        return Files.write(folder.resolve("call.pcap.zst"), Zstd.compress(new TestCapture().call(1, "call").bytes()));
    }

    @Test
    void eachLibraryIsUnpackedOnceWhenItIsUsedFirst() throws Exception {
        Path plain = Files.write(folder.resolve("a.pcap"), new TestCapture().call(1, "a").bytes());
        assertEquals(0, wait(sipsleuth("info", plain.toString())));
        assertEquals(List.of(), names("home/.cache/sipsleuth/native"));
        assertEquals(0, wait(sipsleuth("info", packed().toString())));
        assertEquals(List.of("zstd.so"), names("home/.cache/sipsleuth/native"));
        assertEquals(0, wait(sipsleuth("case", "create", folder.resolve("x.case").toString())));
        wait(sipsleuth("live", "-i", "list"));
        assertEquals(List.of("libjna.so", "sqlite.so", "zstd.so"), names("home/.cache/sipsleuth/native"));
        assertEquals(List.of(), names("tmp").stream().filter(NativeFoldersTest::isCode).toList());
    }

    private static int wait(Process process) throws Exception {
        String said = output(process);
        int code = process.waitFor();
        assertTrue(code >= 0 && !said.contains("\tat "), said);
        return code;
    }

    private static boolean isCode(String name) {
        return name.contains(".so") || name.contains("jna") || name.contains("lck");
    }

    /// Uses all three, says so, and waits to be killed.
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            CaptureIndexer.read(List.of(Path.of(arguments[0])), RunMonitor.NONE);
            CaseFile.create(Path.of(arguments[1]), "case", OutputRules.NEW_FILES,
                    new Author("a", "b", Clock.systemUTC())).close();
            new Libpcap().obstacle();
            System.out.println("used");
            new CountDownLatch(1).await();
        }
    }

    @Test
    void twoProcessesThatAreKilledLeaveNothing() throws Exception {
        Path capture = packed();
        List<Process> victims = new ArrayList<>();
        for (String name : List.of("a.case", "b.case")) {
            victims.add(start(Victim.class, capture.toString(), folder.resolve(name).toString()));
        }
        for (Process victim : victims) {
            try (var lines = victim.inputReader()) {
                StringBuilder said = new StringBuilder();
                String line = lines.readLine();
                while (line != null && !line.equals("used")) {
                    said.append(line).append('\n');
                    line = lines.readLine();
                }
                assertEquals("used", line, said::toString);
                new ProcessBuilder("kill", "-9", String.valueOf(victim.pid())).start().waitFor();
                victim.waitFor();
            }
        }
        assertEquals(List.of(), names("tmp").stream().filter(NativeFoldersTest::isCode).toList());
        assertEquals(List.of("libjna.so", "sqlite.so", "zstd.so"), names("home/.cache/sipsleuth/native"));
    }

    @Test
    void foreignCodeInTheCacheIsNotLoadedAndAReadOnlyCacheIsNoObstacle() throws Exception {
        Path capture = packed();
        assertEquals(0, wait(sipsleuth("info", capture.toString())));
        Path cache = folder.resolve("home/.cache/sipsleuth/native");
        try (Stream<Path> all = Files.list(cache)) {
            for (Path library : all.toList()) {
                Files.writeString(library, "not code");
            }
        }
        assertEquals(0, wait(sipsleuth("info", capture.toString())));
        Path closed = folder.resolve("home/.cache");
        Files.move(closed, folder.resolve("home/before"));
        Files.writeString(closed, "a file where the folder should be");
        assertEquals(0, wait(sipsleuth("info", capture.toString())));
        assertEquals(List.of(), names("tmp").stream().filter(NativeFoldersTest::isCode).toList());
    }
}
