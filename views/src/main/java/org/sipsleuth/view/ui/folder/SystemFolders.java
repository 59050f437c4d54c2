package org.sipsleuth.view.ui.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.sipsleuth.view.ui.Texts;

/// Asks the system's own program to show a folder. Not by `java.awt.Desktop`: AWT runs headless in
/// the packages of the program, and then has none.
public final class SystemFolders implements FolderOpener {

    /// Some of these programs live as long as the folder is open.
    private static final int PATIENCE_SECONDS = 4;

    /// Runs a program.
    @FunctionalInterface
    interface Launcher {
        /// Runs it and returns whether it succeeded or is still running.
        boolean run(List<String> command) throws IOException;
    }

    private final String system;
    private final Launcher launcher;

    /// The programs of this system.
    public SystemFolders() {
        this(System.getProperty("os.name", ""), SystemFolders::launch);
    }

    /// @param system its name, as Java has it
    SystemFolders(String system, Launcher launcher) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.launcher = launcher;
    }

    @Override
    public void show(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(Texts.text("folder.gone", file));
        }
        boolean isShown;
        try {
            isShown = launcher.run(command(file.toAbsolutePath()));
        } catch (IOException noProgram) {
            throw new IOException(Texts.text("folder.none", file), noProgram);
        }
        if (!isShown) {
            throw new IOException(Texts.text("folder.none", file));
        }
    }

    private List<String> command(Path file) {
        if (system.contains("windows")) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (system.contains("mac")) {
            return List.of("open", "-R", file.toString());
        }
        Path folder = file.getParent();
        return List.of("xdg-open", String.valueOf(folder == null ? file : folder));
    }

    private static boolean launch(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // The explorer of Windows ends with 1 when all went well.
            return !hasEnded || process.exitValue() == 0 || command.getFirst().endsWith(".exe");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
