package org.sipsleuth.view.dialogs.ladder;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.sipsleuth.report.ladder.content.LadderContent.Extent;
import org.sipsleuth.view.dialogs.ladder.draw.ArrowLegend;
import org.sipsleuth.view.dialogs.ladder.draw.LadderPalette;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.ui.Texts;

/// Shows what the arrows, marks and layers of the ladder mean. Esc closes it.
final class LegendPopover {

    private final Popover popover = new Popover();
    private final ArrowLegend legend;

    LegendPopover(LadderPalette palette) {
        legend = new ArrowLegend(palette);
        StackPane content = new StackPane(legend);
        content.getStyleClass().add("ladder-legend");
        popover.setContentNode(content);
        popover.setTitle(Texts.text("dialogs.ladder.legend"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    }

    /// Shows the legend of a ladder, or closes it.
    void toggle(Node beside, LadderSheet sheet) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            legend.draw(Extent.of(sheet.layers(), false));
            popover.show(beside);
        }
    }
}
