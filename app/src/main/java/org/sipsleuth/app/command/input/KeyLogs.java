package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.capture.tls.keylog.KeyLogDefect;
import org.sipsleuth.text.FileName;

/// The key logs of a command line: those that can be read are used, and what is wrong with one is
/// said on standard error.
public final class KeyLogs {

    private final Terminal terminal;
    private final List<Path> files = new ArrayList<>();
    private boolean isComplete = true;

    /// Tries these files.
    public KeyLogs(Terminal terminal, List<String> names) {
        this.terminal = terminal;
        names.forEach(this::open);
    }

    private KeyLogs(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Takes files that programs still write to: one need not be there yet, nor hold a secret yet.
    public static KeyLogs growing(Terminal terminal, List<String> names) {
        KeyLogs keyLogs = new KeyLogs(terminal);
        for (String name : names) {
            if (keyLogs.isYetToCome(name)) {
                keyLogs.files.add(FileName.path(name));
            } else {
                keyLogs.open(name);
            }
        }
        return keyLogs;
    }

    private boolean isYetToCome(String name) {
        try {
            Path file = FileName.path(name);
            if (Files.notExists(file)) {
                terminal.report(name + ": does not exist yet; it is read when it appears");
                return true;
            }
            return KeyLog.mayBecomeKeyLog(file) && !KeyLog.isKeyLog(file);
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    private void open(String name) {
        Optional<String> obstacle = CaptureFiles.obstacle(name, "key log");
        if (obstacle.isPresent()) {
            terminal.report(name + ": " + obstacle.get());
            isComplete = false;
        } else {
            add(name);
        }
    }

    private void add(String name) {
        Path file = FileName.path(name);
        try {
            KeyLog log = KeyLog.read(List.of(file));
            if (log.size() == 0) {
                terminal.report(name + ": no usable TLS secrets found; check that it is a key log");
            } else {
                files.add(file);
            }
            report(name, log);
        } catch (IOException obstacle) {
            terminal.report(name + ": cannot be read: " + obstacle.getMessage());
            isComplete = false;
        }
    }

    private void report(String name, KeyLog log) {
        if (log.defectCount() > 0 && log.size() > 0) {
            KeyLogDefect first = log.defects().getFirst();
            terminal.report(name + ": unusable lines: " + log.defectCount() + "; the first is line " + first.line()
                    + " (" + first.what() + ")");
        }
    }

    /// Those that can be read.
    public List<Path> files() {
        return files;
    }

    /// Whether all could be read.
    public boolean isComplete() {
        return isComplete;
    }
}
