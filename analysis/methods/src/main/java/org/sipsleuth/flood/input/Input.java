package org.sipsleuth.flood.input;

/// The inputs of each INVITE, in their order: one for each field that the paper selects (paper 2,
/// Table 2). All are in [0, 1].
public enum Input {
    /// The gap g to the INVITE before, by the usual gap u of the server: g / (g + u). 0.5 is as
    /// usual; towards 0 in a flood. 1 for the first INVITE of all.
    GAP(0),
    /// How often the source address occurred lately ([RecentIdentities]): 0 never, 1 always.
    SOURCE(1),
    /// The same for the URI of From.
    FROM(2),
    /// The same for the Call-ID.
    CALL_ID(3),
    /// Whether Contact agrees with the source address: 1 if it has that address, 0.5 if it names a
    /// host, 0 if it has another address or is missing. Phones behind NAT have another one.
    CONTACT(4);

    /// How many there are.
    public static final int COUNT = values().length;

    private final int place;

    Input(int place) {
        this.place = place;
    }

    /// Its place among those of an INVITE, from 0 on.
    public int place() {
        return place;
    }
}
