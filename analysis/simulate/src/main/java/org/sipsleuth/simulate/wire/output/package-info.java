/// The generated capture file: takes frames, sorts them by time, merges them with those of a base
/// capture, and records their numbers in the ground truth.
@NullMarked
package org.sipsleuth.simulate.wire.output;

import org.jspecify.annotations.NullMarked;
