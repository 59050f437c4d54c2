/// Captures: what their frames, endpoints and defects are called everywhere.
///
/// In: a capture file, read by `capture.file`. Out: payloads with their endpoints, found by
/// `capture.layer`; what could not be read is counted with its reason.
@NullMarked
package org.sipsleuth.capture;

import org.jspecify.annotations.NullMarked;
