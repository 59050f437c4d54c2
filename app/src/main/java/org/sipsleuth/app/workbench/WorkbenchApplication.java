package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.fx.Texts.text;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.Investigation;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.samples.SampleCaptures;

/// The program's window.
public final class WorkbenchApplication extends Application {

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final double FIRST_WIDTH = 1440;
    private static final double FIRST_HEIGHT = 900;
    /// The setting of the window's width in pixels.
    static final String WIDTH = "window.width";

    private static final String HEIGHT = "window.height";
    private static final String MAXIMIZED = "window.maximized";
    private static final List<Integer> ICON_PIXELS = List.of(16, 32, 64, 128, 256);

    /// Opens the window with these captures, and returns when it is closed.
    public static void launch(List<Path> files) {
        launch(
                WorkbenchApplication.class,
                files.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Settings settings = Settings.ofUser();
        Workbench workbench =
                new Workbench(
                        new Surroundings(
                                SipIndex::read,
                                settings,
                                new CaptureChooser(settings)::choose,
                                SampleCaptures.list(),
                                cacheDirectory().resolve("samples")),
                        Threads.daemons());
        show(stage, workbench, settings);
        List<Path> files = getParameters().getRaw().stream().map(Path::of).toList();
        if (!files.isEmpty()) {
            workbench.open(files);
        }
    }

    /// Puts the workbench into a window and shows it.
    static void show(Stage stage, Workbench workbench, Settings settings) {
        Scene scene =
                new Scene(
                        workbench.root(),
                        settings.number(WIDTH, FIRST_WIDTH),
                        settings.number(HEIGHT, FIRST_HEIGHT));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(settings.isOn(MAXIMIZED, false));
        ICON_PIXELS.forEach(pixels -> stage.getIcons().add(icon(pixels)));
        workbench.stateProperty().subscribe(state -> stage.setTitle(title(state)));
        stage.setOnHiding(_ -> remember(stage, settings));
        stage.show();
    }

    private static String title(WorkbenchState state) {
        Optional<String> name =
                switch (state) {
                    case Loading loading -> Optional.of(CaptureNames.of(loading.files()));
                    case Whole whole ->
                            whole.investigation().map(Investigation::files).map(CaptureNames::of);
                };
        return name.map(n -> text("workbench.title.with", n)).orElse(text("workbench.title"));
    }

    private static void remember(Stage stage, Settings settings) {
        settings.put(MAXIMIZED, Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized()) {
            settings.put(WIDTH, Double.toString(stage.getScene().getWidth()));
            settings.put(HEIGHT, Double.toString(stage.getScene().getHeight()));
        }
        settings.save();
    }

    private static Image icon(int pixels) {
        InputStream picture =
                WorkbenchApplication.class.getResourceAsStream("icon-" + pixels + ".png");
        return new Image(Objects.requireNonNull(picture, "the window's icon is missing"));
    }

    private static Path cacheDirectory() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path cache =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return cache.resolve("sipsleuth");
    }
}
