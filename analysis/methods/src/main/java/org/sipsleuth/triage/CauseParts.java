package org.sipsleuth.triage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Keeps the dialogs of different incidents apart although they have one cause: refused credentials
/// of somebody who guesses a password, and of somebody else who looks for extensions. A cause with
/// dialogs of one incident at most is whole. One thread.
final class CauseParts {

    private final RowIncidents incidents;
    private final Map<Key, Set<Integer>> ofCauses = new HashMap<>();

    /// What makes a row: a cause in one network, so that no row depends on what else is open.
    ///
    /// @param incident the place of the incident that the dialogs of this part belong to, or
    ///     [RowIncidents#NONE]
    record Key(int network, TriageCause cause, int incident) {}

    CauseParts(RowIncidents incidents) {
        this.incidents = incidents;
    }

    /// Learns that a dialog has a cause. All of them are learned before any is asked for.
    void learn(int network, TriageCause cause, int dialog) {
        int incident = incidents.first(dialog);
        if (incident != RowIncidents.NONE) {
            ofCauses.computeIfAbsent(whole(network, cause), _ -> new HashSet<>()).add(incident);
        }
    }

    /// The part of a cause that a dialog is in.
    Key of(int network, TriageCause cause, int dialog) {
        Key whole = whole(network, cause);
        boolean isWhole = ofCauses.getOrDefault(whole, Set.of()).size() <= 1;
        return isWhole ? whole : new Key(network, cause, incidents.first(dialog));
    }

    private static Key whole(int network, TriageCause cause) {
        return new Key(network, cause, RowIncidents.NONE);
    }
}
