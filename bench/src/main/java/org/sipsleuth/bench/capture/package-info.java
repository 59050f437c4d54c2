/// Captures of invented calls, of any size, to measure with.
///
/// In: [org.sipsleuth.bench.capture.CaptureSettings]. Out: a pcap file, or frame after frame. Equal
/// settings give equal bytes.
@NullMarked
package org.sipsleuth.bench.capture;

import org.jspecify.annotations.NullMarked;
