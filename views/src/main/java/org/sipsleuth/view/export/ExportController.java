package org.sipsleuth.view.export;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// Binds the page of exports to its view model.
final class ExportController {

    private final ExportModel model;
    private final ExportRuns runs;
    private final List<MenuItem> incidentExports;
    private final Consumer<Path> openCapture;
    private final FolderOpener folders;
    private final Runnable close;
    private final ToggleGroup scopes = new ToggleGroup();

    @FXML private VBox scopeBox;
    @FXML private RadioButton original;
    @FXML private RadioButton anonymous;
    @FXML private Label formWords;
    @FXML private CheckBox media;
    @FXML private VBox keyBox;
    @FXML private TextField key;
    @FXML private TextField target;
    @FXML private Label problem;
    @FXML private Label note;
    @FXML private VBox choices;
    @FXML private MenuButton incidents;
    @FXML private VBox progressBox;
    @FXML private ProgressBar progress;
    @FXML private Label stage;
    @FXML private VBox outcomeBox;
    @FXML private Label headline;
    @FXML private Label details;
    @FXML private Button stop;
    @FXML private Button showFolder;
    @FXML private Button copyPath;
    @FXML private Button open;
    @FXML private Button again;
    @FXML private Button export;

    ExportController(ExportModel model, ExportRuns runs, List<MenuItem> incidentExports, Consumer<Path> openCapture,
            FolderOpener folders, Runnable close) {
        this.model = model;
        this.runs = runs;
        this.incidentExports = List.copyOf(incidentExports);
        this.openCapture = openCapture;
        this.folders = folders;
        this.close = close;
    }

    @FXML
    private void initialize() {
        for (ExportScope scope : ExportScope.values()) {
            scopeBox.getChildren().add(button(scope));
        }
        incidents.getItems().setAll(incidentExports);
        ToggleGroup forms = new ToggleGroup();
        original.setToggleGroup(forms);
        anonymous.setToggleGroup(forms);
        original.setSelected(true);
        anonymous.selectedProperty().bindBidirectional(model.anonymousProperty());
        formWords.textProperty()
                .bind(Bindings.when(model.anonymousProperty())
                        .then(text("export.form.anonymous.words"))
                        .otherwise(text("export.form.original.words")));
        media.selectedProperty().bindBidirectional(model.mediaProperty());
        shown(keyBox, model.anonymousProperty());
        key.textProperty().bindBidirectional(model.keyProperty());
        target.textProperty().bindBidirectional(model.targetProperty());
        model.answerProperty().subscribe(this::answer);
        shown(problem, problem.textProperty().isNotEmpty());
        shown(note, note.textProperty().isNotEmpty().and(outcomeBox.visibleProperty().not()));
        choices.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.runningProperty().get() || model.exportableProperty().get().isEmpty(),
                        model.runningProperty(), model.exportableProperty()));
        shown(progressBox, model.runningProperty());
        progress.progressProperty().bind(runs.progressProperty());
        stage.textProperty().bind(runs.stageProperty());
        model.outcomeProperty().subscribe(this::showOutcome);
        shown(stop, model.runningProperty());
        shown(export, model.runningProperty().or(outcomeBox.visibleProperty()).not());
        shown(again, outcomeBox.visibleProperty());
        shown(choices, outcomeBox.visibleProperty().not());
        shown(incidents, model.runningProperty().or(outcomeBox.visibleProperty()).not());
        shown(showFolder, outcomeBox.visibleProperty());
        shown(copyPath, outcomeBox.visibleProperty());
        shown(open, outcomeBox.visibleProperty());
        export.disableProperty().bind(problem.textProperty().isNotEmpty());
    }

    private static void shown(Node node, javafx.beans.value.ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private RadioButton button(ExportScope scope) {
        RadioButton button = new RadioButton();
        button.setId("export-scope-" + scope.key());
        button.setToggleGroup(scopes);
        button.setOnAction(_ -> model.scopeProperty().set(scope));
        model.scopeProperty().subscribe(now -> button.setSelected(now == scope));
        model.exportableProperty().subscribe(some -> some.ifPresent(exportable -> {
            button.setText(exportable.words(scope));
            button.setDisable(!exportable.has(scope));
        }));
        return button;
    }

    private void answer(ExportOrder.Answer reply) {
        problem.setText(reply.problem());
        note.setText(reply.note());
    }

    private void showOutcome(Optional<ExportOutcome> outcome) {
        headline.setText(outcome.map(ExportOutcome::headline).orElse(""));
        details.setText(outcome.map(result -> String.join("\n", result.details())).orElse(""));
        outcomeBox.setVisible(outcome.isPresent());
        outcomeBox.setManaged(outcome.isPresent());
        if (outcome.isPresent()) {
            open.requestFocus();
        }
    }

    /// Moves the focus to where the user goes on.
    void focus() {
        if (scopes.getSelectedToggle() instanceof Node chosen) {
            chosen.requestFocus();
        }
    }

    @FXML
    private void chooseTarget() {
        FileChooser chooser = chooser(target, "export.target.choose");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(text("export.pcap"), "*.pcap"));
        if (!model.anonymousProperty().get()) {
            chooser.getExtensionFilters().addFirst(new FileChooser.ExtensionFilter(text("export.pcapng"), "*.pcapng"));
        }
        File chosen = chooser.showSaveDialog(target.getScene().getWindow());
        if (chosen != null) {
            String ending = chooser.getSelectedExtensionFilter().getExtensions().getFirst().substring(1);
            boolean isNamed = chosen.getName().indexOf('.') >= 0;
            model.targetProperty().set(isNamed ? chosen.getPath() : chosen.getPath() + ending);
        }
    }

    /// A key that is there is used, and never written over, whatever the system asks.
    @FXML
    private void chooseKey() {
        File chosen = chooser(key, "export.key.choose").showSaveDialog(key.getScene().getWindow());
        if (chosen != null) {
            model.keyProperty().set(chosen.getPath());
        }
    }

    private static FileChooser chooser(TextField field, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text(title));
        try {
            Path now = Path.of(field.getText().strip()).toAbsolutePath();
            chooser.setInitialFileName(String.valueOf(now.getFileName()));
            File folder = now.getParent() == null ? new File("") : now.getParent().toFile();
            if (folder.isDirectory()) {
                chooser.setInitialDirectory(folder);
            }
        } catch (InvalidPathException noName) {
            // the dialog begins where the system likes
        }
        return chooser;
    }

    @FXML
    private void export() {
        model.export();
    }

    @FXML
    private void again() {
        model.again();
        focus();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void close() {
        close.run();
    }

    @FXML
    private void open() {
        model.outcomeProperty().get().map(ExportOutcome::file).ifPresent(openCapture);
    }

    /// Where the system shows no folders the page says so, with the path.
    @FXML
    private void showFolder() {
        model.outcomeProperty()
                .get()
                .map(ExportOutcome::file)
                .ifPresent(file -> runs.show(file, folders, why -> details.setText(details.getText() + "\n" + why)));
    }

    @FXML
    private void copyPath() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.outcomeProperty().get().map(outcome -> outcome.file().toString()).orElse(""));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
