package org.sipsleuth.media;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Where a side of a dialog said it takes media.
///
/// @param dialog its number in the index
/// @param party the side
/// @param medium the place of the media description among those of its message
/// @param isRtcp whether it takes RTCP there and nothing else
/// @param port the port that was told
/// @param point the whole end; null if its address was told by a name
/// @param lifetime from when to when streams may begin there
/// @param description what was told
record Announcement(
        int dialog,
        Party party,
        int medium,
        boolean isRtcp,
        int port,
        @Nullable MediaPoint point,
        Lifetime lifetime,
        MediaDescription description) {

    /// How long streams may begin.
    ///
    /// @param fromNanos from this time
    /// @param toNanos up to this time
    /// @param isOpen whether the dialog's end was not captured, so that media that flows keeps it
    ///     alive
    record Lifetime(long fromNanos, long toNanos, boolean isOpen) {}

    boolean isSame(Announcement other) {
        return party == other.party
                && medium == other.medium
                && isRtcp == other.isRtcp
                && port == other.port
                && (point == null ? other.point == null : point.equals(other.point))
                && description.equals(other.description);
    }
}
