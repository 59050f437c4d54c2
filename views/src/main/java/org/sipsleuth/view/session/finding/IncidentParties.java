package org.sipsleuth.view.session.finding;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.VisibleText;

/// Which incidents of a capture name a user or a host. Immutable.
public final class IncidentParties {

    private static final int LONGEST = 160;

    /// No incident.
    public static final IncidentParties NONE = new IncidentParties(List.of());

    private final Map<String, List<Incident>> byUser = new HashMap<>();
    private final Map<String, List<Incident>> byActor = new HashMap<>();

    private IncidentParties(List<Incident> incidents) {
        for (Incident incident : incidents) {
            Set<String> users = new LinkedHashSet<>();
            Stream.of(incident.accounts(), incident.actors().users(), incident.callers())
                    .flatMap(Collection::stream)
                    .map(UserNames.AS_WRITTEN::of)
                    .forEach(users::add);
            users.remove("");
            List<String> actors = incident.actors().addresses();
            users.addAll(actors);
            users.addAll(incident.victims());
            add(byUser, users, incident);
            add(byActor, new LinkedHashSet<>(actors), incident);
        }
    }

    private static void add(Map<String, List<Incident>> all, Collection<String> names, Incident incident) {
        for (String name : names) {
            all.computeIfAbsent(name, _ -> new ArrayList<>()).add(incident);
        }
    }

    /// Those of the incidents found in a capture, or in an earlier part of it; none if they are of
    /// another one.
    public static IncidentParties of(Optional<Investigation> found, Optional<SipIndex> index) {
        return index.flatMap(open -> found.filter(investigation -> Detection.isSame(investigation.index(), open)))
                .map(investigation -> new IncidentParties(investigation.incidents()))
                .orElse(NONE);
    }

    /// The incidents that a user belongs to, the most severe first: one of their accounts,
    /// somebody as whom an actor called, or a name that is the address of an actor or a victim.
    ///
    /// @param name of the user in call records ([UserNames])
    public List<Incident> ofUser(String name) {
        return List.copyOf(byUser.getOrDefault(name, List.of()));
    }

    /// The incidents that a host is an actor of, the most severe first.
    public List<Incident> ofActor(String address) {
        return List.copyOf(byActor.getOrDefault(address, List.of()));
    }

    /// `Incident 1: Toll fraud through account 1007`, with everything captured visible.
    public static String title(Incident incident) {
        String words = VisibleText.of(incident.title().text(), true);
        return text("session.incident.named", incident.number(),
                words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…");
    }

    /// The titles of incidents; empty for none.
    public static String titles(List<Incident> incidents) {
        return incidents.stream().map(IncidentParties::title).collect(Collectors.joining("; "));
    }

    /// How many different incidents are among these.
    public static long count(Stream<Incident> incidents) {
        return incidents.map(Incident::id).distinct().count();
    }
}
