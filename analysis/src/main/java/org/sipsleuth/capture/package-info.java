/// Capture files read frame by frame.
///
/// In: a pcap or pcapng file, mapped and never changed. Out: frames, and from each the payload of
/// its transport with the endpoints it went between; what could not be read is counted with its
/// reason.
@NullMarked
package org.sipsleuth.capture;

import org.jspecify.annotations.NullMarked;
