package org.sipsleuth.app.command.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;

/// Which incidents of a growing capture are new, and which are more severe or have other stages
/// than before. Their identifiers change while they grow: an incident is the same if it shares a
/// kind of stage, a party and time with an earlier one. Keeps a few facts of the last incidents
/// only.
final class IncidentChanges {

    /// An incident to be reported.
    ///
    /// @param isNew whether nothing was known of it before
    record Change(Incident incident, boolean isNew) {}

    /// What is remembered of an incident.
    private record Known(List<String> actors, List<String> victims, List<IncidentKind> stages, Severity severity,
            long fromNanos, long toNanos) {

        static Known of(Incident incident) {
            return new Known(incident.actors().names(), incident.victims(),
                    incident.stages().stream().map(Stage::kind).toList(), incident.severity(), incident.fromNanos(),
                    incident.toNanos());
        }

        boolean isSame(Known other) {
            boolean hasActors = !actors.isEmpty() && !other.actors.isEmpty();
            return !Collections.disjoint(stages, other.stages)
                    && (hasActors ? !Collections.disjoint(actors, other.actors)
                            : !Collections.disjoint(victims, other.victims))
                    && fromNanos <= other.toNanos && other.fromNanos <= toNanos;
        }

        boolean isUnchanged(Known other) {
            return severity == other.severity && stages.equals(other.stages);
        }
    }

    private List<Known> before = List.of();

    /// What is to be reported.
    ///
    /// @param now all incidents of the capture so far
    List<Change> of(List<Incident> now) {
        List<Known> unmatched = new ArrayList<>(before);
        List<Known> known = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Incident incident : now) {
            Known its = Known.of(incident);
            known.add(its);
            Optional<Known> earlier = unmatched.stream().filter(its::isSame).findFirst();
            earlier.ifPresent(unmatched::remove);
            if (earlier.isEmpty() || !its.isUnchanged(earlier.get())) {
                changes.add(new Change(incident, earlier.isEmpty()));
            }
        }
        before = known;
        return changes;
    }
}
