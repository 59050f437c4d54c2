package org.sipsleuth.app.workbench.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.sipsleuth.app.workbench.chooser.Desktop;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.live.PacketSources.Obstacle;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.Views;

/// The parts of the window that live capture has: a button, a page to choose what is captured, and
/// the controls in the status bar.
public final class LiveControls {

    /// Where the work is done.
    ///
    /// @param capturing one thread: takes packets from the kernel
    /// @param indexing one thread, shared with the reading of files
    /// @param quick opens, lists and saves
    public record Background(Executor capturing, Executor indexing, Executor quick) {}

    private final WorkbenchViewModel workbench;
    private final LiveSession session;
    private final LiveChoiceController choice;
    private final Parent page;
    private final Parent button;
    private final Parent bar;
    private final Parent rights;

    /// @param network the interfaces of this machine
    /// @param ring where captured packets go
    /// @param desktop asks where they are saved
    /// @param showOverlay shows a page over everything else
    /// @param hideOverlay takes it away
    public LiveControls(PacketSources network, RingSettings ring, Desktop desktop, WorkbenchViewModel workbench,
            Background background, Consumer<Node> showOverlay, Runnable hideOverlay) {
        this.workbench = workbench;
        LiveViewModel model = new LiveViewModel();
        session = new LiveSession(network, workbench, model, background);
        choice = new LiveChoiceController(network, ring, session, model, background.quick(), hideOverlay);
        page = Views.load("LiveChoice.fxml", choice);
        button = Views.load("LiveButton.fxml", new LiveButtonController(model, () -> {
            choice.refresh();
            showOverlay.accept(page);
        }));
        bar = Views.load("LiveBar.fxml", new LiveBarController(model, session, desktop));
        rights = Views.load("LiveRights.fxml", new LiveRightsController(model));
        findObstacle(network, model, background.quick());
    }

    private static void findObstacle(PacketSources sources, LiveViewModel model, Executor quick) {
        RunTask<Optional<Obstacle>> look = new RunTask<>(_ -> sources.obstacle());
        look.setOnSucceeded(_ -> look.getValue().ifPresentOrElse(model::obstacle, () -> model.obstacle("")));
        look.setOnFailed(_ -> model.obstacle(Texts.text("workbench.live.obstacle.mistake")));
        quick.execute(look);
    }

    /// The button of the top bar.
    public Node button() {
        return button;
    }

    /// Whether this user may capture, and the command that grants it.
    public Node rights() {
        return rights;
    }

    /// The controls of the status bar.
    public Node bar() {
        return bar;
    }

    /// Begins a capture, with these key logs; where it cannot, the window says why.
    public void start(LiveRequest request, List<Path> keyLogs) {
        session.start(request, keyLogs, () -> {},
                sentence -> workbench.fail(new OpenFailure(Texts.text("workbench.live.refused.what"), sentence,
                        Texts.text("workbench.live.refused.advice"))));
    }

    /// Opens TLS with these key logs as well, also in what was captured already.
    public void addKeyLogs(List<Path> keyLogs) {
        session.addKeyLogs(keyLogs);
    }

    /// Reads without key logs, also what was captured already.
    public void dropKeyLogs() {
        session.dropKeyLogs();
    }

    /// Ends the capture, if there is one.
    ///
    /// @return whether there was one
    public boolean stop() {
        return session.stopRunning();
    }
}
