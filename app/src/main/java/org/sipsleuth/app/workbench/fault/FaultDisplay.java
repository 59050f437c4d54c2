package org.sipsleuth.app.workbench.fault;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.fault.FaultReport;
import org.sipsleuth.app.fault.FaultReport.Fact;
import org.sipsleuth.app.fault.SeenFault;
import org.sipsleuth.app.fault.SeenFaults;
import org.sipsleuth.app.workbench.background.UncaughtFaults;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.page.Notice.Act;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.view.ui.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports faults that nobody handled: a new one in a dialog of its own, since the window itself
/// may be what fails; one that comes back in a notice, which leads to the dialog. Used on the
/// JavaFX thread.
public final class FaultDisplay implements UncaughtFaults.Report {

    private static final Logger LOG = LoggerFactory.getLogger(FaultDisplay.class);

    /// Dialogs that open by themselves; whoever continues that often wants to get something done.
    private static final int MOST_DIALOGS = 3;

    private final SeenFaults faults;
    private final FaultSurroundings surroundings;
    private final Executor background;
    private @Nullable Stage dialog;
    private @Nullable FaultController controller;
    private int dialogs;

    /// The count that was shown last, by the trace.
    private final Map<String, Long> shown = new HashMap<>();

    /// @param background writes reports
    public FaultDisplay(SeenFaults faults, FaultSurroundings surroundings, Executor background) {
        this.faults = faults;
        this.surroundings = surroundings;
        this.background = background;
    }

    @Override
    public void show(SeenFault seen, Throwable fault) {
        try {
            if (!surroundings.explains(fault)) {
                showUnexplained(seen, fault);
            }
        } catch (RuntimeException | LinkageError again) {
            LOG.error("A fault cannot be shown: {}", again.getClass().getName());
        }
    }

    private void showUnexplained(SeenFault seen, Throwable fault) {
        if (MemoryFault.isIn(fault)) {
            surroundings.note(notice(seen, List.of()));
            return;
        }
        long before = shown.getOrDefault(seen.trace(), 0L);
        if (seen.count() < 2 * before) {
            return; // as it does with every frame that is drawn
        }
        shown.put(seen.trace(), seen.count());
        if (controller != null) {
            controller.count(faults.total());
        } else if (before == 0 && dialogs < MOST_DIALOGS) {
            dialogs++;
            open(seen);
        } else {
            surroundings.note(noticeWithDetails(seen));
        }
    }

    private Notice noticeWithDetails(SeenFault seen) {
        return notice(seen, List.of(new Act(text("workbench.fault.details"), () -> open(seen))));
    }

    private static Notice notice(SeenFault seen, List<Act> acts) {
        return Notice.of(OpenFailure.fault(seen.kind(), UncaughtFaults.log()), acts);
    }

    private void open(SeenFault seen) {
        try {
            surroundings.saveNotes();
            openDialog(seen);
        } catch (RuntimeException | LinkageError again) {
            LOG.error("The dialog of a fault cannot be shown: {}", again.getClass().getName());
            close();
            surroundings.note(notice(seen, List.of()));
        }
    }

    private void openDialog(SeenFault seen) {
        Stage stage = new Stage();
        FaultController content =
                new FaultController(seen.kind(), faults.total(), () -> report().text(), background, new Choices(stage));
        Parent root = Views.load("Fault.fxml", content);
        if (surroundings.isDark()) {
            root.getStyleClass().add("dark");
        }
        Window owner = surroundings.window();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(text("workbench.fault.title"));
        stage.setScene(new Scene(root));
        stage.setOnHidden(_ -> {
            dialog = null;
            controller = null;
        });
        dialog = stage;
        controller = content;
        stage.show();
        content.focus();
    }

    private FaultReport report() {
        List<Fact> facts = new ArrayList<>();
        try {
            facts.addAll(surroundings.facts());
        } catch (RuntimeException again) {
            facts.add(new Fact("window", "not known: " + again.getClass().getName()));
        }
        return FaultReport.of(faults, facts);
    }

    private void close() {
        if (dialog != null) {
            Objects.requireNonNull(dialog).hide();
        }
        dialog = null;
        controller = null;
    }

    /// What the user can choose in the dialog.
    private final class Choices implements FaultController.Choices {

        private final Stage stage;

        Choices(Stage stage) {
            this.stage = stage;
        }

        @Override
        public Optional<Path> place(String name) {
            return surroundings.place(stage, name);
        }

        @Override
        public List<Path> inputs() {
            return surroundings.inputs();
        }

        @Override
        public void proceed() {
            stage.hide();
        }

        @Override
        public void quit() {
            stage.hide();
            surroundings.quit();
        }
    }
}
