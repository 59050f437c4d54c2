/// Tar archives of captures, as monitors spool them: one pcap for each call. In: a mapped archive. Out:
/// the frames of all its captures in the order of time.
@NullMarked
package org.sipsleuth.capture.tar;

import org.jspecify.annotations.NullMarked;
