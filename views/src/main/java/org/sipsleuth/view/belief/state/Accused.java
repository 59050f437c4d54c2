package org.sipsleuth.view.belief.state;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;

/// Whom incidents accuse.
final class Accused {

    private Accused() {}

    /// The name of the source that the most severe incident accuses: the one of its actors that
    /// sent most of the messages that the incident rests on. Where the actors' addresses are not
    /// known, as they are forged, it is the source that sent more than half of those messages; the
    /// owner of a forged address is not accused. Empty if no incident accuses a source.
    static Optional<String> of(Investigation found, TrafficEvents events) {
        if (!Detection.isSame(found.index(), events.index())) {
            return Optional.empty();
        }
        return found.incidents()
                .stream()
                .map(incident -> of(incident, found, events))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> of(Incident incident, Investigation found, TrafficEvents events) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int message : incident.evidence().messages(found.index())) {
            if (message < events.index().messages().size()) {
                counts.merge(events.source(message), 1, Integer::sum);
            }
        }
        Set<String> actors = new HashSet<>(incident.actors().addresses());
        Map<Integer, Integer> ofActors = new HashMap<>(counts);
        ofActors.keySet().removeIf(source -> !actors.contains(events.sourceName(source)));
        if (ofActors.isEmpty() && incident.actors().areUsers()) {
            return Optional.empty(); // the address that carried them is no actor
        }
        if (ofActors.isEmpty()) {
            int all = counts.values().stream().mapToInt(count -> count).sum();
            counts.values().removeIf(count -> 2 * count <= all);
        }
        return (ofActors.isEmpty() ? counts : ofActors).entrySet()
                .stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .map(source -> events.sourceName(source.getKey()));
    }
}
