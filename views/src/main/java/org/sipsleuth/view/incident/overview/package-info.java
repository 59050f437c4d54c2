/// The sections of the overview beside story and cards: detectors that have not finished, problems of
/// calls, checks performed, findings outside incidents, limits.
///
/// In: what is known of the capture. Out: nodes.
@NullMarked
package org.sipsleuth.view.incident.overview;

import org.jspecify.annotations.NullMarked;
