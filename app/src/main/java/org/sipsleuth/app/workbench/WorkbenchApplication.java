package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.sipsleuth.app.workbench.background.AtRest;
import org.sipsleuth.app.workbench.background.Threads;
import org.sipsleuth.app.workbench.background.UncaughtFaults;
import org.sipsleuth.app.workbench.chooser.SystemDesktop;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.live.HepAddress;
import org.sipsleuth.live.Libpcap;
import org.sipsleuth.live.LiveOrigin;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.text.FileName;

/// The program's window.
public final class WorkbenchApplication extends Application {

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final double FIRST_WIDTH = 1440;
    private static final double FIRST_HEIGHT = 900;
    /// The setting of the window's width in pixels.
    static final String WIDTH = "window.width";

    /// Where the details of faults are, beside what can be made again.
    private static final String LOG = "window.log";

    /// What the first argument says about the others: files, or a live capture.
    private static final String OPEN = "open";

    /// The same, and frames that several of them hold count once.
    private static final String ONCE = "once";

    private static final String LIVE = "live";

    /// A live capture of HEP reports.
    private static final String LIVE_REPORTS = "live-reports";

    /// How the default limit for compressed files is written.
    private static final long DEFAULT_LIMIT = 0;

    /// The option of a live capture; key logs follow.
    private static final int LIVE_ARGUMENTS = 5;

    private static final String HEIGHT = "window.height";
    private static final String MAXIMIZED = "window.maximized";
    /// Ends what hears other processes.
    private Runnable listening = () -> {};

    private static final List<Integer> ICON_PIXELS = List.of(16, 32, 64, 128, 256);

    /// Opens the window with these captures, and returns when it is closed.
    ///
    /// @param options how they are read in this window; key logs are among the files
    public static void launch(List<Path> files, ReadOptions options) {
        UncaughtFaults.logTo(UserFolders.cache().resolve(LOG));
        Stream<String> how = Stream.of(options.countsOnce() ? ONCE : OPEN,
                Long.toString(options.unpackLimit().bytes().orElse(DEFAULT_LIMIT)));
        launch(WorkbenchApplication.class,
                Stream.concat(how, files.stream().map(FileName::string)).toArray(String[]::new));
    }

    /// Opens the window and begins to capture, with these key logs; returns when it is closed.
    public static void launchLive(LiveRequest request, List<Path> keyLogs) {
        UncaughtFaults.logTo(UserFolders.cache().resolve(LOG));
        RingSettings ring = request.ring();
        Stream<String> origin = switch (request.origin()) {
            case LiveOrigin.Interface packets -> Stream.of(LIVE, packets.name(), packets.filter());
            case LiveOrigin.HepReports reports -> Stream.of(LIVE_REPORTS, reports.address().text(),
                    reports.certificate().map(FileName::string).orElse(""));
        };
        Stream<String> kept = Stream.of(FileName.string(ring.directory()), Integer.toString(ring.files()),
                Long.toString(ring.fileBytes()));
        launch(WorkbenchApplication.class,
                Stream.of(origin, kept, keyLogs.stream().map(FileName::string))
                        .flatMap(Function.identity())
                        .toArray(String[]::new));
    }

    private static LiveOrigin origin(String kind, String what, String how) {
        return kind.equals(LIVE) ? new LiveOrigin.Interface(what, how)
                : new LiveOrigin.HepReports(HepAddress.of(what),
                        how.isEmpty() ? Optional.empty() : Optional.of(FileName.path(how)));
    }

    /// Does what the arguments of [#launch(List, ReadOptions)] or [#launchLive(LiveRequest, List)]
    /// say.
    static void begin(Workbench workbench, List<String> arguments) {
        List<String> rest = arguments.subList(1, arguments.size());
        if (arguments.getFirst().equals(ONCE)) {
            workbench.captures().once().turnOn();
        }
        if (arguments.getFirst().equals(LIVE) || arguments.getFirst().equals(LIVE_REPORTS)) {
            workbench.captures()
                    .capture(
                            new LiveRequest(origin(arguments.getFirst(), rest.get(0), rest.get(1)),
                                    new RingSettings(FileName.path(rest.get(2)), Integer.parseInt(rest.get(3)),
                                            Long.parseLong(rest.get(4)))),
                            rest.stream().skip(LIVE_ARGUMENTS).map(FileName::path).toList());
        } else {
            long limit = Long.parseLong(rest.getFirst());
            if (limit != DEFAULT_LIMIT) {
                workbench.captures().limitUnpacking(UnpackLimit.of(limit));
            }
            List<Path> files = rest.stream().skip(1).map(FileName::path).toList();
            if (!files.isEmpty()) {
                workbench.captures().openLater(files);
            }
        }
    }

    @Override
    public void start(Stage stage) {
        Workbench workbench = open(stage);
        begin(workbench, getParameters().getRaw());
        if (!AtRest.closesWindow()) {
            listening = new HandedCaptures(workbench, stage).listen();
        }
        TimedStart.follow(workbench, stage::close);
        if (AtRest.isAwaited()) {
            workbench.onceAtRest(AtRest.closesWindow() ? stage::close : AtRest::begin);
        }
    }

    @Override
    public void stop() {
        listening.run();
    }

    /// Opens the window of this user.
    static Workbench open(Stage stage) {
        Settings settings = Settings.ofUser();
        Threads threads = Threads.daemons();
        Workbench workbench = new Workbench(CaptureIndexer::read, new Libpcap(), UserFolders.cache(), settings,
                new SystemDesktop(settings), threads, Methods.standard(), StandardPages.all());
        Thread.setDefaultUncaughtExceptionHandler(workbench.uncaughtFaults());
        show(stage, workbench, settings);
        return workbench;
    }

    /// Puts the workbench into a window and shows it.
    static void show(Stage stage, Workbench workbench, Settings settings) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(workbench.root(), Math.min(settings.number(WIDTH, FIRST_WIDTH), screen.getWidth()),
                Math.min(settings.number(HEIGHT, FIRST_HEIGHT), screen.getHeight()));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(settings.isOn(MAXIMIZED, false));
        ICON_PIXELS.forEach(pixels -> stage.getIcons().add(icon(pixels)));
        workbench.stateProperty().subscribe(state -> stage.setTitle(title(state)));
        stage.setOnHiding(_ -> {
            workbench.close();
            remember(stage, settings);
        });
        stage.show();
        Platform.runLater(workbench::prepare);
    }

    private static String title(WorkbenchState state) {
        Optional<String> name = switch (state) {
            case Loading loading -> Optional.of(CaptureNames.of(loading.request()));
            case Live live -> Optional.of(text("workbench.live.name", live.source()));
            case Whole whole -> whole.investigation().map(CaptureNames::of);
        };
        return name.map(n -> text("workbench.title.with", n)).orElse(text("workbench.title"));
    }

    private static void remember(Stage stage, Settings settings) {
        settings.put(MAXIMIZED, Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            settings.put(WIDTH, Double.toString(stage.getScene().getWidth()));
            settings.put(HEIGHT, Double.toString(stage.getScene().getHeight()));
        }
        settings.save();
        settings.finish(); // the program ends with its last window
    }

    private static Image icon(int pixels) {
        InputStream picture = WorkbenchApplication.class.getResourceAsStream("icon-" + pixels + ".png");
        return new Image(Objects.requireNonNull(picture, "the window's icon is missing"));
    }
}
