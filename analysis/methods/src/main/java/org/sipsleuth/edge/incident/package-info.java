/// Which stages of incidents protections stop.
///
/// In: incidents, and the outcomes of a replay. Out: what was stopped of each stage, and when.
@NullMarked
package org.sipsleuth.edge.incident;

import org.jspecify.annotations.NullMarked;
