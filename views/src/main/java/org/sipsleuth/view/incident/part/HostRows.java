package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.role.Role;

/// Hosts of an incident, a row each: address, role and, of actors, how they write requests.
public final class HostRows {

    private static final Set<IncidentKind> SCANS = Set.of(IncidentKind.HOST_SCAN, IncidentKind.EXTENSION_ENUMERATION);

    private final RoleWords roles;
    private final EvidenceLinks links;

    public HostRows(RoleWords roles, EvidenceLinks links) {
        this.roles = roles;
        this.links = links;
    }

    /// The actors. Fingerprints that no finding states of one address follow only if none is stated
    /// so.
    ///
    /// @param most how many are shown; more are counted
    public List<Node> actors(Incident incident, int most) {
        Actors who = incident.actors();
        List<Node> rows = new ArrayList<>();
        if (who.names().isEmpty()) {
            rows.add(Tags.paragraph(IncidentTexts.unnamed(who), "card-value"));
        }
        who.addresses()
                .stream()
                .limit(most)
                .forEach(address -> rows
                        .add(row(address, actorRole(incident, address), fingerprint(incident, address))));
        who.users().stream().limit(Math.max(0, most - who.addresses().size())).map(this::user).forEach(rows::add);
        if (who.names().size() > most) {
            rows.add(Tags.label(text("card.more", who.names().size() - most), "muted"));
        }
        if (!who.carriers().isEmpty()) {
            rows.add(note(text("actors.behind")));
            who.carriers().stream().limit(most).map(this::host).forEach(rows::add);
        }
        if (ofOneAddress(incident).findAny().isEmpty()) {
            who.fingerprints().stream().limit(most).forEach(print -> rows.add(note(print)));
        }
        return rows;
    }

    private Hyperlink user(String user) {
        return Tags.link(IncidentTexts.visible(user), text("link.user"), _ -> links.openUser(user));
    }

    /// A host with its role.
    public Region host(String address) {
        return row(address, roles.of(address), "");
    }

    /// A host that reaches many users has the role of a scanner. Where the incident is no scan, its
    /// stages say better what the actor did: who calls many users is no scanner.
    private String actorRole(Incident incident, String address) {
        String role = roles.of(address);
        boolean isScan = incident.stages().stream().map(Stage::kind).anyMatch(SCANS::contains);
        return role.equals(Role.SCANNER.word()) && !isScan ? "" : role;
    }

    private Region row(String address, String role, String print) {
        Hyperlink link = Tags.address(address, () -> links.openHost(address));
        if (role.isEmpty() && print.isEmpty()) {
            return link;
        }
        if (print.isEmpty()) {
            Label word = Tags.label(role, "muted");
            word.setMinWidth(Region.USE_PREF_SIZE);
            return Tags.noted(address, link, word);
        }
        return Tags.noted(address, link, note(role.isEmpty() ? print : role + ", " + print));
    }

    private static Label note(String words) {
        return Tags.wrapped(IncidentTexts.visible(words), "muted");
    }

    private static String fingerprint(Incident incident, String address) {
        return ofOneAddress(incident).filter(actors -> actors.addresses().getFirst().equals(address))
                .flatMap(actors -> actors.fingerprints().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// What findings state of a single address and its fingerprints.
    private static Stream<Actors> ofOneAddress(Incident incident) {
        return incident.findings()
                .stream()
                .flatMap(finding -> finding.observation().stream())
                .map(Observation::actors)
                .filter(actors -> actors.addresses().size() == 1)
                .filter(actors -> !actors.fingerprints().isEmpty());
    }
}
