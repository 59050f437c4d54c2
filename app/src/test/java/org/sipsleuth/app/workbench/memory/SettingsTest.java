package org.sipsleuth.app.workbench.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.text.FileName;

class SettingsTest {

    @TempDir Path directory;

    @Test
    void twoWindowsKeepEachOthersSettings() {
        Settings one = new Settings(directory);
        Settings other = new Settings(directory);
        one.keep("theme", "dark");
        other.keep("width", "1280");
        one.keep("legs", "on");
        Settings next = new Settings(directory);
        assertEquals(List.of("dark", "1280", "on"),
                Stream.of("theme", "width", "legs").map(next::get).map(Optional::get).toList());
    }

    @Test
    void whatANewerProgramSavedIsKept() throws Exception {
        Path file = directory.resolve("window.properties");
        Files.writeString(file, "theme=sepia\nrail.order=2,1\nwindow.width=wide\n");
        Settings settings = new Settings(directory);
        settings.put("window.height", "700");
        settings.save();
        Properties after = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            after.load(reader);
        }
        assertEquals(Map.of("theme", "sepia", "rail.order", "2,1", "window.width", "wide", "window.height", "700"),
                after);
        assertEquals(900, settings.number("window.width", 900));
    }

    @Test
    void theWindowThatChangedAValueLastWins() {
        Settings one = new Settings(directory);
        one.keep("theme", "dark");
        Settings other = new Settings(directory);
        other.keep("theme", "light");
        one.keep("width", "1"); // without a word about the theme
        assertEquals(Optional.of("light"), new Settings(directory).get("theme"));
        other.remove("theme");
        other.save();
        assertEquals(Optional.empty(), new Settings(directory).get("theme"));
    }

    @Test
    void listsOfTwoWindowsAreJoined() throws Exception {
        RecentFiles one = new RecentFiles(new Settings(directory));
        RecentFiles other = new RecentFiles(new Settings(directory));
        Path a = Files.writeString(directory.resolve("a"), "");
        Path b = Files.writeString(directory.resolve("b"), "");
        one.add(List.of(a));
        other.add(List.of(b));
        assertEquals(List.of(List.of(b), List.of(a)), new RecentFiles(new Settings(directory)).files());
    }

    @Test
    void namesThatAreNotUtf8AreRemembered() throws Exception {
        Path file = directory.resolve(FileName.path("caf\udce9.pcap"));
        Files.writeString(file, "");
        new RecentFiles(new Settings(directory)).add(List.of(file));
        assertEquals(List.of(List.of(file)), new RecentFiles(new Settings(directory)).files());
    }

    @Test
    void theFileIsForThisUserOnly() throws Exception {
        new Settings(directory).keep("filter.recent", "sip.from.user == \"1001\"");
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("window.properties"))));
    }

    @Test
    void recentFilesOfEarlierVersionsAreTakenOver() throws Exception {
        Files.writeString(directory.resolve("window.properties"),
                "recent.0=/x/b.pcap\nrecent.1=/x/a.pcap\\u0000/x/c.pcap\n");
        assertEquals(List.of(List.of(Path.of("/x/b.pcap")), List.of(Path.of("/x/a.pcap"), Path.of("/x/c.pcap"))),
                new RecentFiles(new Settings(directory)).files());
    }

    /// Programs that write at the same time, as two windows do.
    @Test
    void nothingIsLostWhenProgramsWriteAtTheSameTime() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            programs.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Writer.class.getName(), directory.toString(), name)
                    .inheritIO()
                    .start());
        }
        for (Process program : programs) {
            assertEquals(0, program.waitFor());
        }
        Settings all = new Settings(directory);
        for (String name : List.of("a", "b", "c")) {
            for (int i = 0; i < Writer.CHANGES; i++) {
                assertEquals(Optional.of("x"), all.get(name + i), name + i);
            }
        }
        assertEquals(3 * Writer.CHANGES, all.get("list").orElseThrow().lines().count());
    }

    static final class Writer {
        static final int CHANGES = 40;

        public static void main(String[] arguments) {
            Settings settings = new Settings(Path.of(arguments[0]));
            for (int i = 0; i < CHANGES; i++) {
                String line = arguments[1] + i;
                settings.keep(line, "x");
                settings.change("list", lines -> lines + line + "\n");
            }
        }
    }

    @Test
    void theHomeDirectoryIsThatOfTheEnvironment() {
        assertEquals("/h", UserFolders.home(Map.of("HOME", "/h"), "/passwd"));
        assertEquals("/passwd", UserFolders.home(Map.of(), "/passwd"));
        assertEquals("/passwd", UserFolders.home(Map.of("HOME", ""), "/passwd"));
        assertEquals(Path.of("/h/.config/sipsleuth"), UserFolders.settings(Map.of(), "/h"));
        assertEquals(Path.of("/c/sipsleuth"), UserFolders.settings(Map.of("XDG_CONFIG_HOME", "/c"), "/h"));
        assertEquals(Path.of("/h/.cache/sipsleuth"), UserFolders.cache(Map.of("XDG_CACHE_HOME", "relative"), "/h"));
        assertTrue(UserFolders.home(Map.of("HOME", "x"), "/passwd").startsWith("/passwd"));
    }
}
