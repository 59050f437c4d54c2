/// The capture file that is written: frames in, put in the order of their time and among the frames
/// of a real capture, their numbers told to the truth.
@NullMarked
package org.sipsleuth.simulate.wire.output;

import org.jspecify.annotations.NullMarked;
