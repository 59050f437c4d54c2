package org.sipsleuth.incident.change;

import java.util.Optional;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.change.IncidentChanges.Change;
import org.sipsleuth.incident.change.IncidentChanges.Closed;
import org.sipsleuth.sentence.Sentence;

/// One incident in a list of those of a growing capture.
///
/// @param incident as it was found last, under the identifier that it keeps
/// @param isFound whether it still is, so that its messages can be shown
/// @param change what was last reported of it; nothing of one that has only been added
/// @param why that in words; of a part of another incident with the title of that one
public record IncidentRow(Incident incident, boolean isFound, Optional<Change> change, Sentence why) {

    /// One that has been added.
    static IncidentRow added(Incident incident) {
        return new IncidentRow(incident, true, Optional.empty(), Sentence.none());
    }

    /// The same as it is found now.
    IncidentRow found(Incident now) {
        return new IncidentRow(now, true, change, why);
    }

    /// The same when it is found no more.
    IncidentRow gone() {
        return new IncidentRow(incident, false, change, why);
    }

    /// The same after a report.
    IncidentRow reported(Change news, Sentence words) {
        return new IncidentRow(incident, isFound, Optional.of(news), words);
    }

    /// Under which identifier it is listed.
    public String id() {
        return incident.id();
    }

    /// Whether it was a wrong guess, or part of another.
    public boolean isWithdrawn() {
        return change.filter(its -> its instanceof Closed closed && !closed.reason().isEnd()).isPresent();
    }
}
