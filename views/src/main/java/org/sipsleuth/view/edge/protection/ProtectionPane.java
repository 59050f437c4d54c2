package org.sipsleuth.view.edge.protection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.view.edge.run.Effect;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.ui.chart.ChartColours;

/// The switches of all protections.
public final class ProtectionPane extends VBox {

    private final List<ProtectionRow> rows;

    /// @param colours of the page
    /// @param switched hears which protection was switched on or off
    public ProtectionPane(ChartColours colours, BiConsumer<Protection, Boolean> switched) {
        rows = Arrays.stream(Protection.values())
                .map(protection -> new ProtectionRow(protection, colours, switched::accept))
                .toList();
        getStyleClass().add("edge-rows");
        getChildren().setAll(rows);
    }

    /// Shows which are on.
    ///
    /// @param input what is replayed, if that is known
    public void showSettings(EdgeSettings settings, Optional<ReplayInput> input) {
        rows.forEach(row -> row.showSettings(settings, input));
    }

    /// Shows what each does alone; none while that is not known.
    ///
    /// @param hasAttack whether anything counts as an attack
    public void showEffects(List<Effect> effects, ClassWords words, boolean hasAttack) {
        for (ProtectionRow row : rows) {
            Optional<Effect> its = effects.stream().filter(each -> each.protection() == row.protection()).findFirst();
            row.showEffect(its, words, hasAttack);
        }
    }

    /// Draws it in other colours.
    public void recolour() {
        rows.forEach(ProtectionRow::recolour);
    }
}
