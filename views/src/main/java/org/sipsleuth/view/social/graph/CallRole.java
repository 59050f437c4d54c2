package org.sipsleuth.view.social.graph;

/// What a user mostly does; the shape of its mark.
public enum CallRole {
    /// Calls, and is hardly called: a triangle that points up.
    CALLER,
    /// Is called, and hardly calls: a triangle that points down.
    RECEIVER,
    /// Both: a disc.
    BOTH,
    /// Several users drawn as one: a square.
    GROUP;

    /// From this share of calls made, or of calls received, a user is a caller or a receiver.
    private static final double MOSTLY = 0.9;

    /// The role of a user.
    ///
    /// @param made calls made, 0 or more
    /// @param received calls received, 0 or more
    public static CallRole of(long made, long received) {
        double all = made + received;
        return all == 0
                ? BOTH
                : made >= MOSTLY * all ? CALLER : received >= MOSTLY * all ? RECEIVER : BOTH;
    }
}
