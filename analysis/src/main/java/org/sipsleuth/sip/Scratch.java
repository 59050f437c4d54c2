package org.sipsleuth.sip;

import java.util.Arrays;
import org.sipsleuth.sip.field.AddressScan;
import org.sipsleuth.sip.field.CSeqScan;
import org.sipsleuth.sip.field.ViaScan;

/// What parsing needs beside the layout it fills: each reads one value at a time, and is kept so
/// that parsing allocates nothing. Nothing in it is told of a message that was parsed.
@SuppressWarnings("EnumOrdinal") // the ordinals are bits that never leave the process
final class Scratch {

    final AddressScan address = new AddressScan();
    final ViaScan via = new ViaScan();
    final CSeqScan cseq = new CSeqScan();
    final SdpScan sdp = new SdpScan();
    final PlainHeader plain = new PlainHeader();

    private final long[] seen = new long[HeaderName.values().length / Long.SIZE + 1];

    /// Begins with another header.
    void clear() {
        Arrays.fill(seen, 0);
    }

    /// Marks the name as seen.
    ///
    /// @return whether it was not before
    boolean firstOf(HeaderName name) {
        int word = name.ordinal() / Long.SIZE;
        long bit = 1L << name.ordinal();
        boolean first = (seen[word] & bit) == 0;
        seen[word] |= bit;
        return first;
    }

    boolean hasSeen(HeaderName name) {
        return (seen[name.ordinal() / Long.SIZE] & 1L << name.ordinal()) != 0;
    }
}
