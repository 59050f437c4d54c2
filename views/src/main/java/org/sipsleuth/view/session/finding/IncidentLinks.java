package org.sipsleuth.view.session.finding;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.sipsleuth.incident.Incident;

/// Links to incidents, one below the other; hides itself without one. Used on the JavaFX thread.
public final class IncidentLinks extends VBox {

    public IncidentLinks() {
        getStyleClass().add("incident-links");
        setMinHeight(USE_PREF_SIZE);
        show(List.of(), _ -> {});
    }

    /// Shows links.
    ///
    /// @param open gets the id of the incident whose link is followed
    public void show(List<Incident> incidents, Consumer<String> open) {
        setVisible(!incidents.isEmpty());
        setManaged(!incidents.isEmpty());
        getChildren().setAll(incidents.stream().map(each -> link(each, open)).toList());
    }

    /// A link to an incident, named by its number and title.
    ///
    /// @param open gets the id of the incident
    public static Hyperlink link(Incident incident, Consumer<String> open) {
        String words = IncidentParties.title(incident);
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("incident-link");
        link.setMinWidth(0);
        link.setTooltip(new Tooltip(words + "\n" + text("session.incident.link.tip")));
        link.setAccessibleHelp(text("session.incident.link.tip"));
        link.setOnAction(_ -> {
            link.setVisited(false);
            open.accept(incident.id());
        });
        return link;
    }
}
