/// A frame while its layers are taken off, and what a layer is.
///
/// In: a frame. Out: what is left of it, and what the layers said.
@NullMarked
package org.sipsleuth.capture.packet;

import org.jspecify.annotations.NullMarked;
