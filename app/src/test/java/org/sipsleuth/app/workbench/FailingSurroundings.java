package org.sipsleuth.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.sipsleuth.app.fault.FaultReport.Fact;
import org.sipsleuth.app.workbench.fault.FaultSurroundings;
import org.sipsleuth.app.workbench.page.Notice;

/// A window of which nothing works any more.
class FailingSurroundings implements FaultSurroundings {

    private static IllegalStateException broken() {
        return new IllegalStateException("broken");
    }

    @Override
    public Window window() {
        throw broken();
    }

    @Override
    public boolean isDark() {
        throw broken();
    }

    @Override
    public List<Fact> facts() {
        throw broken();
    }

    @Override
    public Optional<Path> place(Window owner, String name) {
        throw broken();
    }

    @Override
    public List<Path> inputs() {
        throw broken();
    }

    @Override
    public boolean explains(Throwable fault) {
        return false;
    }

    @Override
    public void saveNotes() {
        // the dialog itself fails
    }

    @Override
    public void note(Notice notice) {
        throw broken();
    }

    @Override
    public void quit() {
        throw broken();
    }
}
