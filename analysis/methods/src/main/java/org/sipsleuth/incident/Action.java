package org.sipsleuth.incident;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// One thing to do about an incident.
///
/// @param measure what is done about hosts
/// @param hosts those that it is about, in order; none where it is about no host
/// @param working how many users work through these hosts and have no part in the incident:
///     blocking the hosts would stop them
/// @param sentence what to do
public record Action(Measure measure, List<String> hosts, int working, Sentence sentence) {

    /// Takes a copy.
    public Action {
        hosts = List.copyOf(hosts);
    }

    /// What protects the place, whoever the actors are.
    public static Action protecting(Sentence sentence) {
        return new Action(Measure.PROTECT, List.of(), 0, sentence);
    }

    /// The sentences of actions.
    public static List<Sentence> sentences(List<Action> actions) {
        return actions.stream().map(Action::sentence).toList();
    }

    /// What to do about several incidents, each action with the number of its incident: the first
    /// of every incident, and the second of critical ones, where passwords are to be changed beside
    /// whom to block; then as many of the others as there is room for, those of the gravest incidents first.
    ///
    /// @param most how many are wanted; there are more if there are more incidents
    public static List<Sentence> ofAll(List<Incident> incidents, int most) {
        int[] counts = new int[incidents.size()];
        int room = most;
        for (int i = 0; i < counts.length; i++) {
            int urgent = incidents.get(i).severity() == Severity.CRITICAL ? 2 : 1;
            counts[i] = Math.min(urgent, incidents.get(i).advice().size());
            room -= counts[i];
        }
        for (int i = 0; i < counts.length && room > 0; i++) {
            int more = Math.min(room, incidents.get(i).advice().size() - counts[i]);
            counts[i] += more;
            room -= more;
        }
        List<Sentence> all = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Incident incident = incidents.get(i);
            incident.advice()
                    .stream()
                    .limit(counts[i])
                    .map(each -> IncidentText.TEXTS.sentence("advice.of", Sentence.count(incident.number()),
                            each.sentence()))
                    .forEach(all::add);
        }
        return all;
    }
}
