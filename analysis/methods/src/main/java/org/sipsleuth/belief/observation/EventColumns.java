package org.sipsleuth.belief.observation;

/// A row per message of an index, filled by several readers: each row by one of them.
final class EventColumns {

    /// Which reader read it.
    final byte[] reader;

    /// The source: a number of its reader at first, then one of all.
    final int[] source;

    /// How many Vias it has, at most 255.
    final byte[] vias;

    /// What represents its destination, 0 for none.
    final long[] destination;

    final byte[] portCount;

    /// Where its ports begin among those of its reader.
    final int[] portsAt;

    EventColumns(int messages) {
        reader = new byte[messages];
        source = new int[messages];
        vias = new byte[messages];
        destination = new long[messages];
        portCount = new byte[messages];
        portsAt = new int[messages];
    }
}
