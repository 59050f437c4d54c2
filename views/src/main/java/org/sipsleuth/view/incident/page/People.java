package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.HostRows;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.incident.part.Tags;

/// The actors of an incident with the programs that they use, the accounts and the victims, each a
/// link to its dialogs.
final class People extends VBox {

    private static final int MOST = 12;

    People(Incident shown, RoleWords roles, EvidenceLinks links) {
        getStyleClass().add("people");
        HostRows hosts = new HostRows(roles, links);
        int actors = shown.actors().names().size();
        if (actors > 0) {
            getChildren().add(Tags.label(text("people.actors", actors), "section-title"));
        }
        getChildren().addAll(hosts.actors(shown, MOST));
        FlowPane sources = new FlowPane();
        sources.setId("actors-on-beliefs");
        addNames(text("people.beliefs"), shown.actors().addresses(), address -> Tags
                .link(IncidentTexts.visible(address), text("link.beliefs"), _ -> links.openBeliefs(address)), sources);
        addNames(text("card.accounts", shown.accounts().size()), shown.accounts(),
                user -> Tags.link(IncidentTexts.visible(user), text("link.user"), _ -> links.openUser(user)));
        addNames(text("people.victims", shown.victims().size()), shown.victims(), hosts::host);
    }

    /// Adds a head with as many names below it as there is room for.
    private void addNames(String head, List<String> names, Function<String, Region> link) {
        addNames(head, names, link, new FlowPane());
    }

    private void addNames(String head, List<String> names, Function<String, Region> link, FlowPane flow) {
        if (names.isEmpty()) {
            return;
        }
        flow.getStyleClass().add("names");
        flow.setMinWidth(0); // else that of the longest name, which no column is wide enough for
        for (String name : names.stream().limit(MOST).toList()) {
            Region shown = link.apply(name);
            shown.maxWidthProperty().bind(flow.widthProperty());
            flow.getChildren().add(shown);
        }
        if (names.size() > MOST) {
            flow.getChildren().add(Tags.label(text("card.more", names.size() - MOST), "muted"));
        }
        getChildren().addAll(Tags.label(head, "section-title"), flow);
    }
}
