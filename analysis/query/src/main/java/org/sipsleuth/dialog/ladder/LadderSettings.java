package org.sipsleuth.dialog.ladder;

/// Which rows a ladder has.
///
/// @param lanes what makes a lifeline
/// @param compressed whether rows that change nothing are counted in the row they repeat, as
///     described in [RowFolding]
/// @param onlySdp whether only messages with a session description are shown
/// @param withoutRetransmissions whether retransmissions are left out
public record LadderSettings(LaneKey lanes, boolean compressed, boolean onlySdp, boolean withoutRetransmissions) {

    /// A row per message, a lifeline per address.
    public static final LadderSettings PLAIN = new LadderSettings(LaneKey.ADDRESS, false, false, false);

    /// The same with other lifelines.
    public LadderSettings withLanes(LaneKey key) {
        return new LadderSettings(key, compressed, onlySdp, withoutRetransmissions);
    }

    /// The same, compressed or not.
    public LadderSettings withCompressed(boolean wanted) {
        return new LadderSettings(lanes, wanted, onlySdp, withoutRetransmissions);
    }

    /// The same with session descriptions only, or with all messages.
    public LadderSettings withOnlySdp(boolean wanted) {
        return new LadderSettings(lanes, compressed, wanted, withoutRetransmissions);
    }

    /// The same without retransmissions, or with them.
    public LadderSettings withoutRetransmissions(boolean wanted) {
        return new LadderSettings(lanes, compressed, onlySdp, wanted);
    }
}
