package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Tags;

/// The actors of an incident with the programs that they use, the accounts and the victims, each a
/// link to its dialogs.
final class People extends VBox {

    private static final int MOST = 12;

    People(Incident shown, EvidenceLinks links) {
        getStyleClass().add("people");
        Actors who = shown.actors();
        if (who.addresses().isEmpty()) {
            getChildren().add(Tags.paragraph(IncidentTexts.unnamed(who)));
        } else {
            getChildren()
                    .add(
                            Tags.label(
                                    text("people.actors", who.addresses().size()),
                                    "section-title"));
        }
        boolean isNamed = false;
        for (int i = 0; i < Math.min(MOST, who.addresses().size()); i++) {
            String address = who.addresses().get(i);
            String print = Tags.fingerprint(shown, address);
            isNamed |= !print.isEmpty();
            getChildren()
                    .add(
                            Tags.noted(
                                    address,
                                    address(address, links),
                                    Tags.wrapped(IncidentTexts.visible(print), "muted")));
        }
        if (who.addresses().size() > MOST) {
            getChildren()
                    .add(Tags.label(text("card.more", who.addresses().size() - MOST), "muted"));
        }
        if (!isNamed) {
            who.fingerprints().stream()
                    .limit(MOST)
                    .map(print -> Tags.paragraph(IncidentTexts.visible(print), "muted"))
                    .forEach(getChildren()::add);
        }
        addNames(
                text("card.accounts", shown.accounts().size()),
                shown.accounts(),
                user ->
                        Tags.link(
                                IncidentTexts.visible(user),
                                text("link.user"),
                                _ -> links.openUser(user)));
        addNames(
                text("people.victims", shown.victims().size()),
                shown.victims(),
                host -> address(host, links));
    }

    /// Adds a head with as many names below it as there is room for.
    private void addNames(String head, List<String> names, Function<String, Hyperlink> link) {
        if (names.isEmpty()) {
            return;
        }
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("names");
        flow.setMinWidth(0); // else that of the longest name, which no column is wide enough for
        for (String name : names.stream().limit(MOST).toList()) {
            Hyperlink shown = link.apply(name);
            shown.maxWidthProperty().bind(flow.widthProperty());
            flow.getChildren().add(shown);
        }
        if (names.size() > MOST) {
            flow.getChildren().add(Tags.label(text("card.more", names.size() - MOST), "muted"));
        }
        getChildren().addAll(Tags.label(head, "section-title"), flow);
    }

    private static Hyperlink address(String host, EvidenceLinks links) {
        return Tags.address(host, () -> links.openHost(host));
    }
}
