/// TCP reassembly.
///
/// In: segments as they were captured. Out: connections, and the bytes of each direction in their
/// order, with gaps where bytes were not captured.
///
/// Described in docs/STREAMS.md.
@NullMarked
package org.sipsleuth.capture.stream.tcp;

import org.jspecify.annotations.NullMarked;
