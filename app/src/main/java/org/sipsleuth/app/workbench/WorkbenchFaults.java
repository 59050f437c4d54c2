package org.sipsleuth.app.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.sipsleuth.app.fault.FaultReport.Fact;
import org.sipsleuth.app.workbench.chooser.Desktop;
import org.sipsleuth.app.workbench.fault.FaultSurroundings;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.Theme;

/// The window as the report of a fault sees it: what it shows by its kind and size, without
/// evidence.
///
/// @param explains whether a fault comes from a capture that changed
record WorkbenchFaults(Workbench workbench, Desktop desktop, Rail rail, Runnable savingNotes,
        Predicate<Throwable> explains, Consumer<Notice> notices) implements FaultSurroundings {

    private static final FileChoice.Kind REPORT =
            new FileChoice.Kind("fault.directory", "workbench.fault.chooser.", List.of("*.txt"));

    private static final Set<String> SESSIONS = Set.of("x11", "wayland", "tty", "mir");

    @Override
    public Window window() {
        return workbench.root().getScene().getWindow();
    }

    @Override
    public boolean isDark() {
        return workbench.look().themeProperty().get() == Theme.DARK;
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("screens",
                Screen.getScreens().stream().map(WorkbenchFaults::screen).collect(Collectors.joining(", "))));
        facts.add(
                new Fact("graphics", Platform.isSupported(ConditionalFeature.SCENE3D) ? "by hardware" : "by software"));
        facts.add(new Fact("session",
                Optional.ofNullable(System.getenv("XDG_SESSION_TYPE")).filter(SESSIONS::contains).orElse("not known")));
        facts.add(new Fact("theme", isDark() ? "dark" : "light"));
        facts.add(new Fact("page", rail.chosenProperty().get().page().id()));
        WorkbenchState state = workbench.stateProperty().get();
        facts.add(new Fact("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        facts.add(new Fact("captures", state.index().map(WorkbenchFaults::size).orElse("none")));
        return facts;
    }

    private static String screen(Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        return String.format(Locale.ROOT, "%.0f × %.0f at %.0f %%", bounds.getWidth(), bounds.getHeight(),
                100 * screen.getOutputScaleX());
    }

    private static String size(SipIndex index) {
        long bytes = index.files().stream().mapToLong(CaptureSummary::bytes).sum();
        return String.format(Locale.ROOT, "%d, %s, %,d messages, %,d dialogs", index.files().size(), sizeClass(bytes),
                index.messages().size(), index.dialogs().size());
    }

    /// To a power of ten: the very size could identify a capture.
    private static String sizeClass(long bytes) {
        long megabytes = bytes / 1_000_000;
        if (megabytes == 0) {
            return "less than 1 MB";
        }
        long least = 1;
        while (least * 10 <= megabytes) {
            least *= 10;
        }
        return String.format(Locale.ROOT, "%,d to %,d MB", least, 10 * least);
    }

    @Override
    public Optional<Path> place(Window owner, String name) {
        return desktop.files(REPORT).toSave(owner, name);
    }

    @Override
    public List<Path> inputs() {
        return workbench.stateProperty()
                .get()
                .index()
                .stream()
                .flatMap(index -> index.files().stream())
                .map(CaptureSummary::path)
                .toList();
    }

    @Override
    public boolean explains(Throwable fault) {
        return explains.test(fault);
    }

    @Override
    public void saveNotes() {
        savingNotes.run();
    }

    @Override
    public void note(Notice notice) {
        notices.accept(notice);
    }

    @Override
    public void quit() {
        try {
            workbench.quit();
        } catch (RuntimeException again) {
            Platform.exit();
        }
    }
}
