package org.sipsleuth.view.dialogs.compare;

import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.compare.DialogComparison;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.view.session.page.DialogPair;
import org.sipsleuth.view.ui.Views;

/// Two dialogs side by side, as a part of another page. Used on the JavaFX thread.
public final class ComparedPair implements DialogPair {

    private final ComparisonViewModel model = new ComparisonViewModel(Comparisons::background);
    private final Parent root;

    /// @param names what hosts are called
    public ComparedPair(ObservableValue<HostNames> names) {
        root = Views.load("Comparison.fxml", new ComparisonController(model, names, () -> {}, _ -> {}));
        root.getStyleClass().add("part");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(SipIndex index, int left, OptionalInt right) {
        root.getStyleClass().remove("alone");
        if (right.isPresent()) {
            model.showDialogs(index, left, right.getAsInt());
        } else {
            root.getStyleClass().add("alone");
            model.showDialog(index, left);
        }
    }

    @Override
    public void show(SipIndex before, OptionalInt left, SipIndex now, OptionalInt right) {
        root.getStyleClass().remove("alone");
        if (left.isEmpty() || right.isEmpty()) {
            root.getStyleClass().add("alone");
        }
        model.showDialogs(before, left.orElse(DialogComparison.NONE), now, right.orElse(DialogComparison.NONE));
    }

    @Override
    public void showNothing() {
        model.close();
    }
}
