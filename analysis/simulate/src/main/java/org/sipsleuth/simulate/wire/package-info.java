/// The wire, in constant memory.
///
/// In: messages and media. Out: the frames of a capture file, with right headers and checksums, in
/// the order of their time.
@NullMarked
package org.sipsleuth.simulate.wire;

import org.jspecify.annotations.NullMarked;
