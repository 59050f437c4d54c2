package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.belief.detection.IncidentClass;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;

/// What a source did by its incidents that no class of the network is about, so that its beliefs
/// say nothing about it.
///
/// @param kinds the gravest first
public record Unclassed(List<IncidentKind> kinds) {

    /// Takes a copy.
    public Unclassed {
        kinds = List.copyOf(kinds);
    }

    /// That of a source.
    ///
    /// @param source its address
    /// @param incidents those that it is an actor of
    public static Unclassed of(String source, List<Incident> incidents) {
        return new Unclassed(incidents.stream()
                .flatMap(incident -> incident.stages().stream())
                .filter(stage -> stage.actors().contains(source))
                .map(stage -> stage.kind())
                .filter(kind -> !IncidentClass.isThere(kind))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList());
    }

    /// A sentence about all of it: `The belief model has no class for toll fraud: …`; empty if
    /// there is a class for everything.
    public String sentence() {
        return kinds.isEmpty() ? "" : text("belief.unclassed", names(kinds));
    }

    /// In a few words, the gravest only, before what is believed: `No class for toll fraud; …`.
    public String before(String belief) {
        return kinds.isEmpty() ? belief : text("belief.unclassed.short", names(kinds.subList(0, 1)), belief);
    }

    private static String names(List<IncidentKind> kinds) {
        return kinds.stream().map(kind -> kind.label().text()).collect(Collectors.joining(", "));
    }
}
