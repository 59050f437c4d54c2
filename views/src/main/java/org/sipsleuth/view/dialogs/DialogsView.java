package org.sipsleuth.view.dialogs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.simulate.truth.read.IndexTruth;
import org.sipsleuth.view.dialogs.ladder.LadderView;
import org.sipsleuth.view.dialogs.rows.IntRows;
import org.sipsleuth.view.dialogs.rows.Listed;
import org.sipsleuth.view.fx.RunTask;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Views;
import org.sipsleuth.view.message.MessageView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dialogs of a capture as a list, a ladder and a raw message. Used on the JavaFX thread.
public final class DialogsView {

    private static final Logger LOG = LoggerFactory.getLogger(DialogsView.class);

    private final DialogsViewModel model;
    private final LadderView ladder;
    private final DialogsController controller;
    private final Parent root;

    /// @param selection the selection that it shows and sets
    public DialogsView(SelectionModel selection) {
        MessageView message = new MessageView();
        model = new DialogsViewModel(selection, DialogsView::runInBackground);
        ladder = new LadderView(selection, message);
        controller = new DialogsController(model, ladder, message);
        root = Views.load("Dialogs.fxml", controller);
        model.chosenProperty().subscribe(this::showLadder);
    }

    /// The node to put into a window.
    public Parent root() {
        return root;
    }

    /// Shows a snapshot; called again with larger ones while a capture is read.
    public void show(SipIndex index) {
        model.show(index);
        showLadder(model.chosenProperty().get());
    }

    /// Shows what the dialogs of the index are, or hides it.
    public void showTruth(Optional<IndexTruth> truth) {
        model.showTruth(truth);
    }

    /// Shows that no capture is open.
    public void showNothing() {
        model.showNothing();
    }

    /// Moves the keyboard focus into the search.
    public void focusSearch() {
        controller.focusSearch();
    }

    private void showLadder(List<Integer> dialogs) {
        Listed listed = model.listedProperty().get();
        if (listed == null || dialogs.isEmpty()) {
            ladder.showNothing();
        } else {
            ladder.show(listed.index(), dialogs);
        }
    }

    private static void runInBackground(
            Supplier<Optional<IntRows>> work, Consumer<Optional<IntRows>> then) {
        RunTask<Optional<IntRows>> task = new RunTask<>(_ -> work.get());
        task.setOnSucceeded(_ -> then.accept(task.getValue()));
        task.setOnFailed(
                _ -> {
                    LOG.error("The list of dialogs could not be made", task.getException());
                    then.accept(Optional.empty());
                });
        ForkJoinPool.commonPool().execute(task);
    }
}
