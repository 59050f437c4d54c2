/// Layers between the wire and IP: links, tags and labels.
///
/// In: a frame. Out: the same frame without the header, and which layer is next.
@NullMarked
package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.NullMarked;
