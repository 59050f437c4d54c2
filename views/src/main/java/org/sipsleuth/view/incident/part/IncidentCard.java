package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.JudgementStyle;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.WindowFaults;

/// An incident on the overview: title, tags and stages; when open also who did it, to whom, and
/// when. Enter, or a click beside its links, opens the incident page.
public final class IncidentCard {

    /// More addresses or accounts are counted.
    private static final int MOST_NAMES = 4;

    /// More accounts, and more hosts, are counted without their names.
    private static final int MOST_VICTIMS = 2;

    private static final double LEAST_COLUMN = 120;
    private static final double MOST_COLUMN = 320;
    private static final double MOST_ACTORS_COLUMN = 440;

    private final SipIndex index;
    private final EvidenceLinks links;
    private final HostRows hosts;
    private final Consumer<Incident> open;
    private final CaseModel cases;

    /// @param roles what the hosts of the capture are
    /// @param cases the case with verdicts about incidents
    /// @param open opens the page of an incident
    public IncidentCard(SipIndex index, RoleWords roles, EvidenceLinks links, CaseModel cases,
            Consumer<Incident> open) {
        this.index = index;
        hosts = new HostRows(roles, links);
        this.links = links;
        this.cases = cases;
        this.open = open;
    }

    /// A card.
    ///
    /// @param isOpen whether it shows all; else title and stages only
    public Region of(Incident incident, boolean isOpen) {
        return of(incident, isOpen, Optional.empty());
    }

    /// The same.
    ///
    /// @param mark what has become of it in a live capture
    public Region of(Incident incident, boolean isOpen, Optional<Node> mark) {
        return contained(() -> card(incident, isOpen, mark));
    }

    /// A card, or one that states that it failed.
    public static Region contained(Supplier<Region> card) {
        VBox failed = new VBox(Tags.label(FaultSink.FAILED, "card-title"));
        failed.getStyleClass().addAll("incident-card", "folded");
        return WindowFaults.SINK.contain("incident card", failed, card);
    }

    private Region card(Incident incident, boolean isOpen, Optional<Node> mark) {
        VBox card = new VBox(head(incident));
        mark.ifPresent(card.getChildren()::add);
        card.getChildren().add(StageChain.of(index, incident, links, isOpen));
        card.getStyleClass().addAll("incident-card", SeverityStyle.styleClass(incident.severity()));
        card.setId("incident-card-" + incident.number());
        if (isOpen) {
            card.getChildren().add(people(incident));
        } else {
            card.getStyleClass().add("folded");
            card.getChildren().add(line(incident));
        }
        card.setFocusTraversable(true);
        card.setAccessibleText(IncidentTexts.visible(incident.title().text()));
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                open.accept(incident);
            }
        });
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && card.equals(event.getTarget())) {
                open.accept(incident);
                event.consume();
            }
        });
        return card;
    }

    /// Who did it to whom, and when, in a line.
    private Node line(Incident incident) {
        List<String> actors = incident.actors().names().isEmpty() ? List.of(IncidentTexts.unnamed(incident.actors()))
                : incident.actors().names();
        return Tags.cut(text("card.line", names(actors), victims(incident),
                IncidentTexts.span(index, incident.fromNanos(), incident.toNanos())), "card-line", "muted");
    }

    /// Users, and the hosts that it was done to: `2001, 2002 and 78 more at 192.0.2.1`.
    private static String victims(Incident incident) {
        List<String> users = incident.accounts();
        List<String> hosts = incident.victims();
        return users.isEmpty() ? names(hosts)
                : hosts.isEmpty() ? names(users)
                : text("card.at", names(users), names(hosts));
    }

    private static String names(List<String> all) {
        String shown = all.stream()
                .limit(MOST_VICTIMS)
                .map(each -> Tags.shortened(IncidentTexts.visible(each)))
                .collect(Collectors.joining(", "));
        return all.size() > MOST_VICTIMS ? shown + " " + text("card.more", all.size() - MOST_VICTIMS) : shown;
    }

    private Node head(Incident incident) {
        Label title = Tags.wrapped(IncidentTexts.visible(incident.title().text()), "card-title");
        HBox head = new HBox(SeverityStyle.icon(incident.severity()), title);
        HBox.setHgrow(title, Priority.SOMETIMES);
        head.getChildren().add(gap());
        head.getChildren().add(decided(incident));
        head.getChildren().addAll(Tags.of(incident));
        head.getStyleClass().add("card-head");
        return head;
    }

    /// The last verdict about the incident, which follows the case.
    private Node decided(Incident incident) {
        Label label = new Label();
        label.setId("incident-verdict-" + incident.number());
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setManaged(false);
        ObservableValue<Optional<Judgement>> last = cases.openProperty()
                .map(open -> open.map(openCase -> openCase.about(Subject.incident(incident.id())))
                        .filter(verdicts -> !verdicts.isEmpty())
                        .flatMap(verdicts -> verdicts.getLast().judgement()))
                .when(label.sceneProperty().map(_ -> true).orElse(false));
        last.subscribe(judgement -> {
            Judgement its = judgement == null ? null : judgement.orElse(null);
            label.setManaged(its != null);
            label.setVisible(its != null);
            if (its != null) {
                label.setText(text("verdict", its.text(Subject.Kind.INCIDENT)));
                label.setGraphic(JudgementStyle.icon(its));
                label.getStyleClass().setAll("label", JudgementStyle.styleClass(its));
            }
        });
        return label;
    }

    private Node people(Incident incident) {
        VBox actors = column("card.actors");
        actors.setMaxWidth(MOST_ACTORS_COLUMN);
        actors.getChildren().addAll(hosts.actors(incident, MOST_NAMES));
        VBox victims = column("card.victims");
        if (incident.accounts().size() > MOST_VICTIMS) {
            victims.getChildren().add(Tags.label(text("card.accounts", incident.accounts().size())));
        } else {
            incident.accounts().forEach(user -> victims.getChildren().add(account(user)));
        }
        if (incident.victims().size() > MOST_VICTIMS) {
            victims.getChildren().add(Tags.label(text("card.hosts", incident.victims().size())));
        } else {
            incident.victims().forEach(host -> victims.getChildren().add(hosts.host(host)));
        }
        VBox span = column("card.span");
        span.setMinWidth(Region.USE_PREF_SIZE);
        span.getChildren()
                .addAll(Tags.cut(IncidentTexts.span(index, incident.fromNanos(), incident.toNanos()), "card-value"),
                        Tags.label(UtcTime.length((double) (incident.toNanos() - incident.fromNanos())), "card-value"));
        Button button = new Button(text("card.open"));
        button.setId("open-incident-" + incident.number());
        button.getStyleClass().addAll("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> open.accept(incident));
        StackPane arrow = new StackPane(new FontIcon("fth-arrow-right")); // in the middle
        arrow.getStyleClass().add("card-arrow");
        HBox people = new HBox(actors, arrow, victims, span, gap(), button);
        people.getStyleClass().add("card-people");
        return people;
    }

    private static VBox column(String key) {
        Label head = Tags.label(text(key), "muted");
        head.setMinWidth(LEAST_COLUMN); // wider where addresses with roles need it
        VBox column = new VBox(head);
        column.getStyleClass().add("card-column");
        column.setMaxWidth(MOST_COLUMN);
        return column;
    }

    private Node account(String user) {
        Label account = Tags.label(text("card.account"), "card-value");
        account.setMinWidth(Region.USE_PREF_SIZE);
        HBox row =
                new HBox(account, Tags.link(IncidentTexts.visible(user), text("link.user"), _ -> links.openUser(user)));
        row.getStyleClass().add("card-row");
        return row;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
