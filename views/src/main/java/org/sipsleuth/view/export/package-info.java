/// What is chosen, handed out as a capture of its own.
///
/// In: an index that was read wholly, the selection, the legs of its calls. Out: a pcapng or pcap
/// file of [org.sipsleuth.export], or a copy that names nobody. The captures are only read.
///
/// Described in docs/EXPORT.md.
@NullMarked
package org.sipsleuth.view.export;

import org.jspecify.annotations.NullMarked;
