package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.session.finding.IncidentLinks;
import org.sipsleuth.view.session.finding.IncidentParties;
import org.sipsleuth.view.ui.WindowFaults;

/// The column of the incidents that users belong to: a link to the most severe one.
final class IncidentColumn extends TableColumn<UserRow, List<Incident>> {

    private static final double WIDTH = 240;

    /// @param incidents those of a user
    /// @param open gets the id of the incident whose link is followed
    IncidentColumn(Function<UserRow, List<Incident>> incidents, Consumer<String> open) {
        super(text("social.column.incident"));
        setId("social-column-incident");
        setPrefWidth(WIDTH);
        setComparator((one, other) -> Integer.compare(place(one), place(other)));
        WindowFaults.values(this, incidents);
        setCellFactory(_ -> new LinkCell(open));
    }

    /// Users of no incident come last.
    private static int place(List<Incident> incidents) {
        return incidents.isEmpty() ? Integer.MAX_VALUE : incidents.getFirst().number();
    }

    private static final class LinkCell extends TableCell<UserRow, List<Incident>> {

        private final Consumer<String> open;

        LinkCell(Consumer<String> open) {
            this.open = open;
        }

        @Override
        protected void updateItem(@Nullable List<Incident> its, boolean isEmpty) {
            super.updateItem(its, isEmpty);
            if (its == null || isEmpty || its.isEmpty()) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                setGraphic(IncidentLinks.link(its.getFirst(), open));
                setAccessibleText(IncidentParties.titles(its));
            }
        }
    }
}
