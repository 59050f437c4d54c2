/// Incidents of a capture that grows: one identifier from first to last, and what becomes of it.
///
/// In: the incidents of one state of the capture after the other. Out:
/// [org.sipsleuth.incident.change.IncidentChanges.Change]s, in words, and
/// [org.sipsleuth.incident.change.IncidentRow]s for a list that stays in place.
@NullMarked
package org.sipsleuth.incident.change;

import org.jspecify.annotations.NullMarked;
