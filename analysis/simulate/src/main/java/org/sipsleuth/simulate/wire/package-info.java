/// The wire: messages and media in, the frames of a capture file out, each with right headers and
/// checksums, in the order of their time and in constant memory.
@NullMarked
package org.sipsleuth.simulate.wire;

import org.jspecify.annotations.NullMarked;
