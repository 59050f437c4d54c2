package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.function.Executable;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.workbench.background.Threads;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.finding.Method;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.view.incident.OverviewPage;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.page.PageFactory;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Theme;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window for a test, with settings, chooser and reader of its own.
final class TestWindow {

    /// Other work may hold the processors for long.
    static final int PATIENCE_SECONDS = 120;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Path directory;
    private final Settings settings;
    private volatile CaptureReader reader = CaptureIndexer::read;
    private final FakeDesktop desktop;
    private final FakeNetwork network;
    private Stage stage;
    private Workbench workbench;

    private Methods methods = Methods.standard();
    private List<PageFactory> pages = StandardPages.all();
    private volatile boolean startsWithDialogs = true;
    private String onceOpen = "";

    /// The states that were looked at.
    private final Set<String> looked = new HashSet<>();

    /// @param directory for settings and captures
    TestWindow(Path directory) {
        this(directory, new FakeNetwork());
    }

    /// @param network what live capture listens to
    TestWindow(Path directory, FakeNetwork network) {
        this.network = network;
        this.directory = directory;
        settings = new Settings(directory.resolve("config"));
        desktop = new FakeDesktop(settings, directory.resolve("saved.pcap"));
        if (settings.get("theme").isEmpty()) {
            settings.put("theme", "light");
        }
        settings.put("inspector.open", "true");
        settings.put("window.width", Integer.toString(WIDTH));
        settings.put("window.height", Integer.toString(HEIGHT));
    }

    /// Adds a method and its page to those of the program.
    void add(Method method, PageFactory page) {
        methods = methods.with(method);
        pages = Stream.concat(pages.stream(), Stream.of(page)).toList();
    }

    /// Adds a method to those of the program.
    void add(Method method) {
        methods = methods.with(method);
    }

    /// Has these methods in place of those of the program.
    void use(Methods others) {
        methods = others;
    }

    /// Shows it. On the JavaFX thread.
    void show(Stage shown) {
        stage = shown;
        workbench = new Workbench((files, options, monitor, partial) -> reader.read(files, options, monitor, partial),
                network, directory, settings, desktop, Threads.daemons(), methods, pages);
        WorkbenchApplication.show(stage, workbench, settings);
        workbench.stateProperty().addListener((_, old, now) -> leaveOverview(old, now));
    }

    /// Stays on the first page when a capture is opened. Most tests are about dialogs, so that the
    /// window goes there at once, as if the user had.
    void staysOnOverview() {
        startsWithDialogs = false;
    }

    private void leaveOverview(WorkbenchState old, WorkbenchState now) {
        boolean begins = (now instanceof WorkbenchState.Loading && !(old instanceof WorkbenchState.Loading))
                || (now instanceof WorkbenchState.Live && !(old instanceof WorkbenchState.Live));
        if (begins && startsWithDialogs) {
            workbench.openPage(DialogsPage.ID);
        }
    }

    /// Reads captures in another way from now on.
    void readWith(CaptureReader other) {
        reader = other;
    }

    /// The desktop around it.
    FakeDesktop desktop() {
        return desktop;
    }

    Workbench workbench() {
        return workbench;
    }

    Stage stage() {
        return stage;
    }

    Settings settings() {
        return settings;
    }

    WorkbenchState state() {
        return workbench.stateProperty().get();
    }

    /// A sample capture as a file.
    Path sample(String file) throws IOException {
        return SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(sample -> sample.file().equals(file)).findFirst().orElseThrow(),
                directory.resolve("samples"));
    }

    /// A file with these bytes.
    Path file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    /// The path of a file that a test writes.
    Path path(String name) {
        return directory.resolve(name);
    }

    /// Opens captures and waits until that has ended in some way.
    void open(Path... files) {
        begin(files);
        waitUntil(() -> state() instanceof WorkbenchState.Whole);
        waitForFxEvents();
    }

    /// Makes a capture.
    interface Making {
        Path capture() throws IOException;
    }

    /// Opens a sample capture, unless it is what a window that several tests share has open.
    void openOnce(String sample) throws IOException {
        openOnce(sample, () -> sample(sample));
    }

    /// Makes and opens a capture, unless it is what a window that several tests share has open.
    void openOnce(String name, Making making) throws IOException {
        if (!name.equals(onceOpen) || !(state() instanceof WorkbenchState.Whole)) {
            open(making.capture());
            onceOpen = name;
        } else if (startsWithDialogs) {
            run(() -> workbench.openPage(DialogsPage.ID));
        }
    }

    /// Makes the window look as it did when it was opened, but for the capture that is open: no
    /// overlay, popup, filter, selection or ground truth, the light theme, small, at the first
    // page.
    void renew() {
        run(() -> {
            List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
            while (workbench.escape()) {
                // until nothing lies over the page
            }
            workbench.filter().drop();
            ((TextField) stage.getScene().lookup("#filter-field")).clear();
            workbench.selection().set(Selection.NONE);
            ToggleButton truth = (ToggleButton) stage.getScene().lookup("#truth");
            if (truth.isSelected()) {
                truth.fire();
            }
            workbench.look().themeProperty().set(Theme.LIGHT);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            workbench.page(OverviewPage.class).goTo("");
            workbench.openPage(workbench.page(OverviewPage.class).id());
        });
    }

    /// Begins to open captures.
    void begin(Path... files) {
        onceOpen = "";
        Platform.runLater(() -> workbench.captures().open(List.of(files)));
        waitForFxEvents();
    }

    /// Does something on the JavaFX thread and waits until it is done and drawn.
    void run(Runnable action) {
        Platform.runLater(action);
        waitForFxEvents();
    }

    /// Waits until something is so; fails the test if it never is. The fact is evaluated on the
    /// JavaFX thread, so that the nodes it reads do not change meanwhile.
    static void waitUntil(Callable<Boolean> fact) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to pass", e);
        }
        waitForFxEvents();
    }

    /// Fails if a text cannot be read in one of the themes; ends in the light theme, small. The
    /// long run of the tests looks at a larger size as well.
    void checkLegible(String name) {
        pause();
        if (Legibility.looksAtAll()) {
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                picture(name, theme, 1920, 1080);
                picture(name, theme, WIDTH, HEIGHT);
            }
        } else {
            look(Theme.LIGHT, WIDTH, HEIGHT);
            Legibility.checkInBothThemes(stage.getScene(), name, () -> workbench.look().themeProperty().set(Theme.DARK),
                    () -> workbench.look().themeProperty().set(Theme.LIGHT));
        }
    }

    /// Fails if a text cannot be read in one of the themes on a screen of 3840 × 2160 pixels. Only
    /// the long run of the tests looks at that size.
    void checkLegibleAt4k(String name) {
        if (Legibility.looksAtAll()) {
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                picture(name, theme, 3840, 2160);
            }
        }
    }

    /// Fails if a text cannot be read in one of the themes and of three sizes, once all of them
    /// have been looked at; ends in the light theme, small.
    void checkLegibleInEverySize(String name) {
        List<Executable> pictures = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            pictures.add(() -> picture(name, theme, 3840, 2160));
            pictures.add(() -> picture(name, theme, 1920, 1080));
            pictures.add(() -> picture(name, theme, WIDTH, HEIGHT));
        }
        pictures.add(() -> look(Theme.LIGHT, WIDTH, HEIGHT));
        assertAll(name, pictures);
    }

    /// Fails if a text cannot be read in this theme and size. The short run of the tests looks at
    /// each state once, in both themes and small.
    void checkLegible(String name, Theme theme, int width, int height) {
        if (Legibility.looksAtAll()) {
            picture(name, theme, width, height);
        } else if (looked.add(name)) {
            checkLegible(name);
        }
    }

    private void picture(String name, Theme theme, int width, int height) {
        look(theme, width, height);
        String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        Legibility.check(stage.getScene(), file);
    }

    private void look(Theme theme, int width, int height) {
        run(() -> {
            workbench.look().themeProperty().set(theme);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    /// Lets background work come to rest.
    void pause() {
        WaitForAsyncUtils.sleep(250, TimeUnit.MILLISECONDS);
        waitForFxEvents();
    }
}
