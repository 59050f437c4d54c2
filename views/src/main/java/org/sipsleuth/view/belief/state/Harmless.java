package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.detection.IncidentClass;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.sentence.Sentence;

/// What a source did that resembles a class of the network, but that the rules call harmless: a phone that repeats a wrong stored password. The class is named so.
///
/// @param names the harmless thing by class
public record Harmless(Map<TrafficClass, String> names) {

    /// Nothing.
    public static final Harmless NOTHING = new Harmless(Map.of());

    /// Takes a copy.
    public Harmless {
        names = Collections.unmodifiableMap(new TreeMap<>(names)); // in the order of the classes
    }

    /// That of a source.
    ///
    /// @param source its address
    /// @param incidents those that it is an actor of
    public static Harmless of(String source, List<Incident> incidents) {
        Map<TrafficClass, String> names = new EnumMap<>(TrafficClass.class);
        for (TrafficClass each : TrafficClass.all()) {
            List<Stage> its = incidents.stream()
                    .flatMap(incident -> incident.stages().stream())
                    .filter(stage -> stage.actors().contains(source))
                    .filter(stage -> IncidentClass.kinds(each).contains(stage.kind()))
                    .toList();
            if (!its.isEmpty() && its.stream().allMatch(Stage::isHarmless)) {
                names.put(each, new Sentence.Capital(its.getFirst().label()).text());
            }
        }
        return new Harmless(names);
    }

    /// The name of a class, or of the harmless thing.
    String name(TrafficClass each) {
        return names.getOrDefault(each, BeliefText.of(each).text());
    }

    /// Whether nothing else is suspected.
    public boolean explains(Set<TrafficClass> attacks) {
        return !attacks.isEmpty() && names.keySet().containsAll(attacks);
    }

    /// A sentence for each: `Wrong password, not Password cracking: …`; empty for nothing.
    public String sentence() {
        return names.entrySet()
                .stream()
                .map(each -> text("belief.harmless", each.getValue(), BeliefText.of(each.getKey()).text()))
                .collect(Collectors.joining(" "));
    }
}
