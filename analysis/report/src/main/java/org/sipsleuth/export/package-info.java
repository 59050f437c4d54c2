/// Export of original frames: those that carry chosen messages, with all that is needed to read
/// them again, as well as the media of their calls.
///
/// In: a [org.sipsleuth.dialog.SipIndex] and an [org.sipsleuth.export.ExportRequest]. Out: a pcapng
/// or pcap file, written beside its place and then renamed; the inputs are only read.
///
/// Described in docs/EXPORT.md.
@NullMarked
package org.sipsleuth.export;

import org.jspecify.annotations.NullMarked;
