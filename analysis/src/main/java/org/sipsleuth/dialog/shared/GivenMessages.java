package org.sipsleuth.dialog.shared;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.KeyedHash;

/// The messages that files gave lately, to know those that another file gave before.
///
/// A frame that several files hold need not give the same message in each: where one lacks packets,
/// another may have them. So a message of such a frame is left out only if it was given.
public final class GivenMessages {

    /// So many messages are known at least, the latest.
    private static final int MOST = 1 << 16;

    private final KeyedHash hash = KeyedHash.fixed();
    private FingerprintSet latest = new FingerprintSet();
    private FingerprintSet before = new FingerprintSet();
    private int known;

    /// Notes a message.
    ///
    /// @return whether one of the same time, endpoints and bytes was given before
    public boolean isRepeat(Arrival arrival, byte[] buffer, int from, int to) {
        long fingerprint = fingerprint(arrival, buffer, from, to);
        if (before.contains(fingerprint) || !latest.add(fingerprint)) {
            return true;
        }
        if (++known == MOST) {
            before = latest;
            latest = new FingerprintSet();
            known = 0;
        }
        return false;
    }

    private long fingerprint(Arrival arrival, byte[] buffer, int from, int to) {
        long micros = Math.floorDiv(arrival.capturedAtNanos(), 1_000);
        long ports = (long) arrival.sourcePort() << Integer.SIZE | arrival.destinationPort();
        long sum = hash.hash(hash.hash(buffer, from, to), micros);
        sum = hash.hash(sum, ports);
        sum = hash.hash(sum, hash.hash(arrival.sourceHigh(), arrival.sourceLow()));
        return hash.hash(sum, hash.hash(arrival.destinationHigh(), arrival.destinationLow()));
    }
}
