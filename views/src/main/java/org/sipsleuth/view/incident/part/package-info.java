/// The parts that the overview and the incident page are built from: stories whose clauses are
/// links, cards, stages, tags.
///
/// In: incidents. Out: nodes; a click shows the evidence in the dialogs.
@NullMarked
package org.sipsleuth.view.incident.part;

import org.jspecify.annotations.NullMarked;
