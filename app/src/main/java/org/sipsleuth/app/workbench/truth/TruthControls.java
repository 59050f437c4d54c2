package org.sipsleuth.app.workbench.truth;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.truth.TruthState.None;
import org.sipsleuth.app.workbench.truth.TruthState.Refused;
import org.sipsleuth.app.workbench.truth.TruthState.Visible;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.ui.Views;

/// The parts of the window that the truth of a capture has: a button, an entry of the menu of
/// captures, and a notice where it does not fit.
public final class TruthControls {

    private final TruthLoader loader;
    private final Parent button;

    /// @param quick looks whether there is a truth
    /// @param reading reads it
    public TruthControls(Executor quick, Executor reading) {
        loader = new TruthLoader(quick, reading);
        button = Views.load("TruthButton.fxml", new TruthButtonController(loader));
    }

    /// The button of the top bar.
    public Node button() {
        return button;
    }

    /// What the menu of captures has for it now.
    public List<MenuItem> menuItems() {
        TruthState now = loader.stateProperty().get();
        if (now instanceof None) {
            return List.of();
        }
        boolean isVisible = now instanceof Visible;
        MenuItem item = new MenuItem(text(isVisible ? "workbench.truth.hide" : "workbench.truth.show"),
                new FontIcon(isVisible ? "fth-eye-off" : "fth-eye"));
        item.setId("truthItem");
        item.setOnAction(_ -> loader.turn());
        return List.of(item);
    }

    /// Follows the workbench.
    public void follow(WorkbenchState state) {
        loader.follow(state);
    }

    /// Calls back whenever the ground truth is to be shown or hidden.
    public void onTruth(Consumer<Optional<IndexTruth>> show) {
        loader.stateProperty()
                .subscribe(state -> show
                        .accept(state instanceof Visible(IndexTruth truth) ? Optional.of(truth) : Optional.empty()));
    }

    /// Calls back whenever the notice why it is not shown appears or disappears.
    public void onNotice(Consumer<Optional<Notice>> show) {
        loader.stateProperty().subscribe(state -> show.accept(notice(state)));
    }

    private static Optional<Notice> notice(TruthState state) {
        return state instanceof Refused(String sentence)
                ? Optional.of(new Notice(Notice.Tone.WARNING, text("workbench.truth.refused.title"),
                        List.of(sentence, text("workbench.truth.refused.meaning")), List.of()))
                : Optional.empty();
    }
}
