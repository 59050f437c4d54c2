package org.sipsleuth.view.timestrip;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.TruthWords;

/// The list of what is in a group of bands: its incidents, or the stages of its only one; or its
/// attacks of the ground truth, or its ranges of a lab.
final class GroupMenu {

    /// More entries would be higher than a small screen.
    private static final int MOST_ENTRIES = 20;

    private final Consumer<StripBand> select;
    private final Consumer<StripBand.Stage> open;
    private final ContextMenu menu = new ContextMenu();

    /// @param select is given a band to select
    /// @param open is given a band of an incident to open
    GroupMenu(Consumer<StripBand> select, Consumer<StripBand.Stage> open) {
        this.select = select;
        this.open = open;
        menu.setId("strip-group");
    }

    /// Lists what is in a group.
    ///
    /// @param x where the list stands, in the coordinates of the owner
    void show(PlacedBand group, Node owner, double x, double y) {
        List<MenuItem> items = new ArrayList<>(items(group));
        int all = items.size();
        if (all > MOST_ENTRIES) {
            items.subList(MOST_ENTRIES, all).clear();
            MenuItem rest = new MenuItem(text("timestrip.group.more", all - MOST_ENTRIES));
            rest.setDisable(true);
            items.add(rest);
        }
        menu.getItems().setAll(items);
        Point2D at = owner.localToScreen(x, y);
        menu.show(owner, at.getX(), at.getY());
    }

    private List<MenuItem> items(PlacedBand group) {
        if (!group.attacks().isEmpty()) {
            return group.attacks().stream().map(this::attack).toList();
        }
        if (!group.ranges().isEmpty()) {
            return group.ranges().stream().map(this::range).toList();
        }
        List<StripBand.Stage> incidents = group.incidents();
        return incidents.size() == 1 ? group.stages().stream().map(this::stage).toList()
                : incidents.stream().map(this::incident).toList();
    }

    private MenuItem stage(StripBand.Stage band) {
        return item(text("timestrip.group.stage", band.word(), band.title()), SeverityStyle.icon(band.severity()),
                () -> select.accept(band));
    }

    private MenuItem incident(StripBand.Stage band) {
        return item(text("timestrip.group.incident", SeverityStyle.word(band.severity()), band.title()),
                SeverityStyle.icon(band.severity()), () -> open.accept(band));
    }

    private MenuItem attack(StripBand.Attack attack) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("truth-swatch", TruthWords.styleClass(attack.trafficClass()));
        return item(attack.word(), swatch, () -> select.accept(attack));
    }

    private MenuItem range(StripBand.MarkedRange range) {
        return item(range.word(), new Region(), () -> select.accept(range));
    }

    private static MenuItem item(String words, Node icon, Runnable action) {
        MenuItem item = new MenuItem(words, icon);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
