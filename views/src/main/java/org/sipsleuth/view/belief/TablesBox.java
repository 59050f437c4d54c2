package org.sipsleuth.view.belief;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.view.belief.state.TableChoice;
import org.sipsleuth.view.belief.state.TablesInUse;

/// The choice of the tables that beliefs are formed with.
final class TablesBox {

    private final TablesInUse tables;
    private final ComboBox<TableChoice> box = new ComboBox<>();

    /// Whether the box is being filled by the program.
    private boolean isFollowing;

    TablesBox(TablesInUse tables) {
        this.tables = tables;
        box.setId("beliefs-tables");
        box.getStyleClass().add("small");
        box.setAccessibleText(text("belief.tables.choice"));
        box.setTooltip(new Tooltip(text("belief.tables.choice")));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable TableChoice choice) {
                return choice == null ? "" : words(choice);
            }

            @Override
            public TableChoice fromString(String words) {
                throw new UnsupportedOperationException("never typed");
            }
        });
        box.valueProperty().subscribe(this::chosen);
        tables.choiceProperty().subscribe(_ -> follow());
        tables.tablesProperty().subscribe(_ -> follow());
    }

    private String words(TableChoice choice) {
        boolean isChanged = tables.isChanged() && tables.choiceProperty().get().filter(choice::equals).isPresent();
        String name = text("belief.tables." + choice.name());
        return isChanged ? text("belief.tables.changed", name) : name;
    }

    Node root() {
        return box;
    }

    private void follow() {
        isFollowing = true;
        box.getItems().setAll(tables.choices());
        Optional<TableChoice> now = tables.choiceProperty().get();
        box.setValue(null);
        now.ifPresent(box::setValue);
        isFollowing = false;
    }

    private void chosen(@Nullable TableChoice choice) {
        if (choice != null && !isFollowing) {
            Optional<BeliefTables> these = tables.of(choice);
            these.ifPresent(_ -> tables.use(choice));
        }
    }
}
