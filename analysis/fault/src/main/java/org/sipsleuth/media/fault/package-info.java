/// Faults of the media of calls, proven by their session descriptions and captured RTP.
///
/// In: a [org.sipsleuth.dialog.SipIndex], and its frames once more if they hold RTP. Out:
/// [org.sipsleuth.media.fault.MediaFaults]: faults of calls, and faults of the capture that keep
/// it from showing some.
///
/// Described in docs/MEDIA-FAULTS.md.
@NullMarked
package org.sipsleuth.media.fault;

import org.jspecify.annotations.NullMarked;
