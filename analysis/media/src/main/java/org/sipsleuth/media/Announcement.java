package org.sipsleuth.media;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.sdp.MediaDescription;

/// A media address that one side of a dialog announced in its session description.
///
/// @param dialog its number in the index
/// @param party the side
/// @param medium the place of the media description among those of its message
/// @param isRtcp whether it is for RTCP only
/// @param port the announced port
/// @param point the address and port; null if the address is a host name
/// @param lifetime the interval in which streams to it may begin
/// @param description the media description
record Announcement(int dialog, Party party, int medium, boolean isRtcp, int port, @Nullable MediaPoint point,
        Lifetime lifetime, MediaDescription description) {

    /// The interval in which streams may begin.
    ///
    /// @param fromNanos from this time
    /// @param announcedNanos its message
    /// @param lastNanos the last message of the dialog, repeated ones not counted
    /// @param toNanos up to this time
    /// @param isOpen whether the dialog's end was not captured, so that media that flows keeps it
    ///     alive
    record Lifetime(long fromNanos, long announcedNanos, long lastNanos, long toNanos, boolean isOpen) {}

    /// The same, in a shorter time.
    Announcement within(long fromNanos, long toNanos) {
        Lifetime cut =
                new Lifetime(fromNanos, lifetime.announcedNanos(), lifetime.lastNanos(), toNanos, lifetime.isOpen());
        return new Announcement(dialog, party, medium, isRtcp, port, point, cut, description);
    }

    boolean isSame(Announcement other) {
        return party == other.party && medium == other.medium && isRtcp == other.isRtcp && port == other.port
                && (point == null ? other.point == null : point.equals(other.point))
                && description.equals(other.description);
    }
}
