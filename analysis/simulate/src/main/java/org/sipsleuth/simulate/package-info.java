/// Generates labelled captures, the same bytes on every machine (docs/SIMULATOR.md).
///
/// In: a scenario and a seed. Out: a capture and its ground truth.
@NullMarked
package org.sipsleuth.simulate;

import org.jspecify.annotations.NullMarked;
