package org.sipsleuth.incident;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;

/// Joins findings to incidents.
public final class Incidents {

    private Incidents() {}

    /// The incidents of a capture, the most severe first, then the surest, then the earliest.
    ///
    /// @param findings of all methods; those without an observation become part of no incident yet
    public static List<Incident> of(SipIndex index, List<Finding> findings) {
        return List.of();
    }
}
