/// The generated capture file.
///
/// In: frames, and those of a base capture. Out: a file in the order of time, with the frame
/// numbers that the ground truth needs.
@NullMarked
package org.sipsleuth.simulate.wire.output;

import org.jspecify.annotations.NullMarked;
