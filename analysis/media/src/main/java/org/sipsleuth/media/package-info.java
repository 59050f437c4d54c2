/// Media streams of dialogs: RTP and RTCP, found by the session descriptions of both sides.
///
/// In: a [org.sipsleuth.dialog.SipIndex], some of its dialogs, and the frames of its captures once
/// more. Out: [org.sipsleuth.media.MediaStreams], each stream with its packets, loss and jitter, as
/// well as the frames that carry it. No sound is decoded.
///
/// Described in docs/EXPORT.md.
@NullMarked
package org.sipsleuth.media;

import org.jspecify.annotations.NullMarked;
