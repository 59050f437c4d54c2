/// The protocol layers of a frame, one small class each.
///
/// In: a frame. Out: the payload of its transport with the endpoints it went between, or the reason
/// why there is none.
@NullMarked
package org.sipsleuth.capture.layer;

import org.jspecify.annotations.NullMarked;
