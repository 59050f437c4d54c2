package org.sipsleuth.view.ui.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFoldersTest {

    @TempDir private Path folder;
    private Path file;
    private final List<List<String>> launched = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        file = Files.createFile(folder.resolve("a ladder.svg"));
    }

    private FolderOpener on(String system) {
        return new SystemFolders(system, launched::add);
    }

    @Test
    void eachSystemIsAskedInItsOwnWay() throws IOException {
        on("Linux").show(file);
        on("Mac OS X").show(file);
        on("Windows 11").show(file);
        assertEquals(List.of(List.of("xdg-open", folder.toString()), List.of("open", "-R", file.toString()),
                List.of("explorer.exe", "/select," + file)), launched);
    }

    @Test
    void whereNothingCanBeShownThePathIsReported() {
        FolderOpener failing = new SystemFolders("Linux", _ -> false);
        FolderOpener missing = new SystemFolders("Linux", _ -> {
            throw new IOException("No such program");
        });
        for (FolderOpener opener : List.of(failing, missing)) {
            IOException why = assertThrows(IOException.class, () -> opener.show(file));
            assertTrue(String.valueOf(why.getMessage()).contains(file.toString()));
            assertTrue(String.valueOf(why.getMessage()).startsWith("No file manager is available"));
        }
    }

    @Test
    void aFileThatIsGoneIsNotShown() throws IOException {
        Files.delete(file);
        IOException why = assertThrows(IOException.class, () -> on("Linux").show(file));
        assertTrue(String.valueOf(why.getMessage()).contains("no longer exists"));
        assertEquals(List.of(), launched);
    }
}
