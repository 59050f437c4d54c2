/// How the numbers of a replay came about.
///
/// In: what a replay counted of [org.sipsleuth.edge.replay], stages of
/// [org.sipsleuth.edge.incident]. Out: an [org.sipsleuth.finding.Explanation] each.
@NullMarked
package org.sipsleuth.edge.explained;

import org.jspecify.annotations.NullMarked;
