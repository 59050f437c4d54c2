package org.sipsleuth.view.timestrip;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.sipsleuth.view.ui.SeverityStyle;

/// The list of what is in a group of bands: its incidents, or the stages of its only one.
final class GroupMenu {

    /// More entries would be higher than a small screen.
    private static final int MOST_ENTRIES = 20;

    private final Consumer<StripBand> select;
    private final Consumer<StripBand> open;
    private final ContextMenu menu = new ContextMenu();

    /// @param select is given a stage to select
    /// @param open is given a band of an incident to open
    GroupMenu(Consumer<StripBand> select, Consumer<StripBand> open) {
        this.select = select;
        this.open = open;
        menu.setId("strip-group");
    }

    /// Lists what is in a group.
    ///
    /// @param x where the list stands, in the coordinates of the owner
    void show(PlacedBand group, Node owner, double x, double y) {
        List<StripBand> incidents = group.incidents();
        boolean areStages = incidents.size() == 1;
        List<StripBand> listed = areStages ? group.bands() : incidents;
        List<MenuItem> items = new ArrayList<>();
        for (StripBand band : listed.subList(0, Math.min(MOST_ENTRIES, listed.size()))) {
            MenuItem item =
                    new MenuItem(
                            areStages
                                    ? text("timestrip.group.stage", band.word(), band.title())
                                    : text(
                                            "timestrip.group.incident",
                                            SeverityStyle.word(band.severity()),
                                            band.title()),
                            SeverityStyle.icon(band.severity()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> (areStages ? select : open).accept(band));
            items.add(item);
        }
        if (listed.size() > MOST_ENTRIES) {
            MenuItem rest =
                    new MenuItem(text("timestrip.group.more", listed.size() - MOST_ENTRIES));
            rest.setDisable(true);
            items.add(rest);
        }
        menu.getItems().setAll(items);
        Point2D at = owner.localToScreen(x, y);
        menu.show(owner, at.getX(), at.getY());
    }
}
