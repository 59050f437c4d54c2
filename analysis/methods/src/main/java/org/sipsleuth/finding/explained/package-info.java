/// How numbers came about that no method made: statistics and the quality of media.
///
/// In: metrics, shares and times of [org.sipsleuth.dialog.statistics], streams of
/// [org.sipsleuth.media]. Out: an [org.sipsleuth.finding.Explanation] each.
@NullMarked
package org.sipsleuth.finding.explained;

import org.jspecify.annotations.NullMarked;
