/// Capture formats other than pcap and pcapng: Endace ERF, which is read, and those that are only
/// known by name.
///
/// In: a mapped file. Out: its frames, or what it is.
@NullMarked
package org.sipsleuth.capture.format;

import org.jspecify.annotations.NullMarked;
