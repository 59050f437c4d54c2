/// What the overview states of a capture beside its incidents: calls, capture quality, talkers,
/// user agents.
///
/// In: the index and what the detectors report. Out: figures, computed in the background, and the
/// column that shows them.
@NullMarked
package org.sipsleuth.view.incident.facts;

import org.jspecify.annotations.NullMarked;
