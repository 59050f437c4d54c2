package org.sipsleuth.incident;

import static org.sipsleuth.sentence.Sentence.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sentence.Sentence;

/// What else may explain an incident: what its rules considered, that a host may have sent what
/// others made, and where it is not certain at least what else looks like its kind.
final class Alternatives {

    private final ActorRoles roles;

    Alternatives(ActorRoles roles) {
        this.roles = roles;
    }

    /// The explanations, a sentence each.
    ///
    /// @param actors the roles of the actors, by address
    /// @param haveTakenPart whether the actors got what was sent to them
    List<Sentence> of(Joined group, Map<String, ActorRole> actors, Confidence confidence, boolean haveTakenPart) {
        List<Sentence> all = new ArrayList<>(group.findings.stream()
                .map(Finding::observation)
                .flatMap(its -> its.orElseThrow().alternatives().stream())
                .distinct()
                .toList());
        Map<ActorRole, Set<String>> carriers = new LinkedHashMap<>();
        actors.forEach((host, role) -> {
            if (Certainty.CARRIERS.contains(role)) {
                carriers.computeIfAbsent(role, _ -> new TreeSet<>()).add(host);
            }
        });
        carriers.forEach((role, hosts) -> all.add(of(role.name(), hosts)));
        if (carriers.isEmpty() && !actors.isEmpty() && !haveTakenPart) {
            all.add(of("borrowed", actors.keySet()));
        }
        if (all.isEmpty() && !confidence.isCertain()) {
            group.kinds.stream().map(kind -> of(kind.group().name(), Set.of())).distinct().forEach(all::add);
        }
        return all;
    }

    private Sentence of(String key, Set<String> hosts) {
        return IncidentText.TEXTS.sentence("other." + key.toLowerCase(Locale.ROOT),
                IncidentText.names(hosts.stream().map(Sentence::host).toList()), count(hosts.size()),
                count(hosts.stream().mapToInt(roles::working).sum()));
    }
}
