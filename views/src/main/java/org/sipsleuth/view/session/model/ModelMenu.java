package org.sipsleuth.view.session.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.finding.Method;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.ModelOrigin;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model of a method: learned from the open capture, opened, saved, or the bundled one. Used on
/// the JavaFX thread; models are learned and files written elsewhere.
public final class ModelMenu extends MenuButton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelMenu.class);

    private static final FileChoice.Kind MODELS =
            new FileChoice.Kind("models.directory", "session.model.chooser.", List.of("*.model"));

    private final Workplace place;
    private final Method method;
    private final FileChoice files;
    private final ModelNote note;
    private final MenuItem learn = new MenuItem(text("model.menu.learn"));
    private final MenuItem stop = new MenuItem(text("session.model.menu.stop"));
    private final MenuItem save = new MenuItem(text("session.model.menu.save"));
    private final MenuItem bundled = new MenuItem(text("session.model.menu.bundled"));
    private NormalLearning.@Nullable Source table;
    private @Nullable ModelFile own;
    private @Nullable RunTask<NormalLearning.Learned> running;

    /// @param method the name of the method
    /// @param note says what was learned, opened or saved, or why not
    public ModelMenu(Workplace place, String method, ModelNote note) {
        this.place = place;
        this.method = place.session().methods().named(method).orElseThrow();
        this.note = note;
        files = place.files().apply(MODELS);
        setId("model-menu-" + method);
        getStyleClass().addAll("small", "model-menu");
        setMinWidth(USE_PREF_SIZE);
        setText(text("session.model.menu"));
        learn.setOnAction(_ -> learn());
        stop.setOnAction(_ -> stop());
        save.setOnAction(_ -> save());
        bundled.setOnAction(_ -> useBundled());
        MenuItem open = new MenuItem(text("session.model.menu.open"));
        open.setOnAction(_ -> open());
        getItems().setAll(learn, stop, open, save, new SeparatorMenuItem(), bundled);
        place.session().stateProperty().subscribe(_ -> showState());
        showState();
    }

    private Optional<SipIndex> capture() {
        return place.session().stateProperty().get().index();
    }

    private void showState() {
        SessionState state = place.session().stateProperty().get();
        String name = state.runs()
                .stream()
                .filter(run -> run.detector().name().equals(method.name()))
                .map(run -> run.detector().model().name())
                .findFirst()
                .orElse("");
        setAccessibleText(text("session.model.menu.accessible", name));
        learn.setText(text(table == null ? "model.menu.learn" : "session.model.menu.learn.table"));
        learn.setDisable(source().isEmpty() || running != null);
        stop.setVisible(running != null);
        save.setDisable(own == null);
    }

    /// A table of call records is shown in the place of the open capture.
    ///
    /// @param shown learns it; empty where the capture is shown
    public void learnTable(Optional<? extends NormalLearning.Source> shown) {
        table = shown.orElse(null);
        showState();
    }

    private Optional<NormalLearning.Source> source() {
        NormalLearning learning = new NormalLearning(place.session().methods(), place.program());
        return table != null ? Optional.of(table)
                : capture().map(index -> monitor -> learning.learn(method, index, monitor));
    }

    /// Learns the normal traffic of the open capture, or the table that is shown, and uses it.
    public void learn() {
        Optional<NormalLearning.Source> source = source();
        if (source.isEmpty() || running != null) {
            return;
        }
        RunTask<NormalLearning.Learned> task = new RunTask<>(monitor -> source.get().learn(monitor));
        running = task;
        task.messageProperty().subscribe(stage -> {
            if (!stage.isEmpty()) {
                note.say(text("session.model.menu.learning", stage));
            }
        });
        task.setOnSucceeded(_ -> {
            running = null;
            use(task.getValue().model());
            note.say(String.join("\n", task.getValue().remarks()));
        });
        task.setOnFailed(_ -> {
            running = null;
            FailureLog.warn(LOG, "A model was not learned", task.getException());
            note.say(text("session.model.menu.failed", words(task.getException())));
            showState();
        });
        task.setOnCancelled(_ -> {
            running = null;
            note.say(text("session.model.menu.stopped"));
            showState();
        });
        place.background().training().execute(task);
        showState();
    }

    private static String words(Throwable cause) {
        String words = Optional.ofNullable(cause.getMessage()).orElse("");
        return switch (cause) {
            case IllegalArgumentException _ -> words;
            case IOException _ -> text("model.train.unreadable", words);
            case Throwable fault when MemoryFault.isIn(fault) -> text("model.train.memory");
            default -> text("model.refused.mistake");
        };
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private void use(ModelFile model) {
        own = model;
        place.window().useModel(model, ModelOrigin.TRAINED);
        showState();
    }

    private void useBundled() {
        RunTask<ModelFile> task = new RunTask<>(_ -> method.shipped());
        task.setOnSucceeded(_ -> {
            own = null;
            place.window().useModel(task.getValue(), ModelOrigin.TRAINED);
            note.say("");
            showState();
        });
        task.setOnFailed(_ -> FailureLog.warn(LOG, "A bundled model cannot be opened", task.getException()));
        place.background().opening().execute(task);
    }

    private void open() {
        files.toOpen(getScene().getWindow()).ifPresent(this::open);
    }

    private void open(Path file) {
        RunTask<ModelFile> task = new RunTask<>(_ -> {
            ModelFile model = ModelFile.read(file);
            method.detector(model);
            return model;
        });
        task.setOnSucceeded(_ -> {
            use(task.getValue());
            note.say(text("session.model.menu.opened", String.valueOf(file.getFileName())));
        });
        task.setOnFailed(_ -> note.say(text("session.model.menu.unreadable", String.valueOf(file.getFileName()),
                task.getException() instanceof ModelFormatException || task.getException() instanceof IOException
                        ? String.valueOf(task.getException().getMessage())
                        : text("model.refused.mistake"))));
        place.background().opening().execute(task);
    }

    private void save() {
        ModelFile model = own;
        if (model != null) {
            files.toSave(getScene().getWindow(), method.name() + ".model").ifPresent(file -> save(model, file));
        }
    }

    private void save(ModelFile model, Path file) {
        OutputRules rules = capture().map(ExportOutput::confirmed).orElse(OutputRules.CONFIRMED);
        RunTask<@Nullable Void> task = new RunTask<>(_ -> {
            model.writeTo(OutputFile.at(file, rules));
            return null;
        });
        task.setOnSucceeded(_ -> note.say(text("session.model.menu.saved", String.valueOf(file.getFileName()))));
        task.setOnFailed(_ -> note.say(text("session.model.menu.unsaved", String.valueOf(file.getFileName()),
                String.valueOf(task.getException().getMessage()))));
        place.background().quick().execute(task);
    }
}
