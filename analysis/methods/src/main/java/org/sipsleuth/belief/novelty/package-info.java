/// Periods of sources that are unlike normal ones, whatever attack that may be or none: learned from
/// normal traffic alone.
///
/// In: observations of normal periods. Out: [org.sipsleuth.belief.novelty.PeriodNovelty], which says
/// how far another observation lies from them and which of its values are unusual.
@NullMarked
package org.sipsleuth.belief.novelty;

import org.jspecify.annotations.NullMarked;
