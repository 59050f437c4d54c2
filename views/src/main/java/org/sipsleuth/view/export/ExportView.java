package org.sipsleuth.view.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// A page on which what is chosen is handed out as a capture. Used on the JavaFX thread.
public final class ExportView {

    private final SelectionModel selection;
    private final ObservableValue<Optional<Legs>> legs;
    private final ExportModel model;
    private final ExportController controller;
    private final Parent root;
    private @Nullable SipIndex index;
    private ReadOptions options = ReadOptions.NONE;

    /// @param legs the legs of the calls, once they are known
    /// @param background examines and writes files
    /// @param memory keeps the last output folder
    /// @param incidents exports what was found, an entry for each format
    /// @param open opens an exported capture
    /// @param folders shows the folder of a file
    /// @param close closes the page
    public ExportView(SelectionModel selection, ObservableValue<Optional<Legs>> legs, Executor background,
            Memory memory, List<MenuItem> incidents, Consumer<Path> open, FolderOpener folders, Runnable close) {
        this.selection = selection;
        this.legs = legs;
        ExportRuns runs = new ExportRuns(background);
        model = new ExportModel(runs, new ExportNames(memory));
        controller = new ExportController(model, runs, incidents, open, folders, close);
        root = Views.load("Export.fxml", controller);
        legs.subscribe(_ -> exportable().ifPresent(model::refresh));
    }

    /// The page.
    public Parent root() {
        return root;
    }

    /// Exports from this index from now on.
    ///
    /// @param its how it was read
    public void show(SipIndex whole, ReadOptions its) {
        index = whole;
        options = its;
    }

    /// There is nothing to export from, or nothing yet.
    public void showNothing() {
        index = null;
    }

    /// Prepares the page for what is chosen now.
    public void begin() {
        exportable().ifPresentOrElse(model::begin, () -> model.beginWithout(Texts.text("export.not.yet")));
    }

    /// Exports the selected messages only, if any are selected.
    public void chooseMessages() {
        exportable().filter(exportable -> !selection.get().messages().isEmpty())
                .ifPresent(_ -> model.scopeProperty().set(ExportScope.MESSAGES));
    }

    /// Moves the focus into the page.
    public void focus() {
        controller.focus();
    }

    private Optional<Exportable> exportable() {
        return Optional.ofNullable(index)
                .filter(index -> index.messages().size() > 0)
                .map(index -> new Exportable(index, options, selection.get(), legs.getValue()));
    }
}
