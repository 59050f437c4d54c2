/// What a server gets over time, in columns, and how it is aggregated for the pixels of a picture.
///
/// In: the scores of a capture, the truth. Out: counts, levels and scores of each pixel. Any
/// thread; no JavaFX.
@NullMarked
package org.sipsleuth.view.flood.traffic;

import org.jspecify.annotations.NullMarked;
