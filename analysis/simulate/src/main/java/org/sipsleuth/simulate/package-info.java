/// Generates labelled captures: a scenario and a seed in, a capture and its ground truth out, the
/// same bytes on every machine.
@NullMarked
package org.sipsleuth.simulate;

import org.jspecify.annotations.NullMarked;
