package org.sipsleuth.dialog.shared;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;

/// The messages that files gave lately, to know those that another file gave before.
///
/// A frame that several files hold need not give the same message in each: where one lacks packets,
/// another may have them. So a message of such a frame is left out only if it was given.
public final class GivenMessages {

    /// So many messages are known at least, the latest.
    private static final int MOST = 1 << 16;

    private final Fingerprint fingerprint = new Fingerprint();
    private FingerprintSet latest = new FingerprintSet();
    private FingerprintSet before = new FingerprintSet();
    private int newest;

    /// Notes a message.
    ///
    /// @return whether one of the same time, endpoints and bytes was given before
    public boolean isRepeat(Arrival arrival, byte[] buffer, int from, int to) {
        Fingerprint known = fingerprint(arrival, buffer, from, to);
        if (before.contains(known) || !latest.add(known)) {
            return true;
        }
        if (++newest == MOST) {
            before = latest;
            latest = new FingerprintSet();
            newest = 0;
        }
        return false;
    }

    private Fingerprint fingerprint(Arrival arrival, byte[] buffer, int from, int to) {
        long micros = Math.floorDiv(arrival.capturedAtNanos(), 1_000);
        long ports = (long) arrival.sourcePort() << Integer.SIZE | arrival.destinationPort();
        return fingerprint
                .begin()
                .add(micros)
                .add(ports)
                .add(arrival.sourceHigh())
                .add(arrival.sourceLow())
                .add(arrival.destinationHigh())
                .add(arrival.destinationLow())
                .add(buffer, from, to)
                .end();
    }
}
