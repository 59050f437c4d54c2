package org.sipsleuth.dialog.shared;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;

/// The latest messages of all files, to detect those that another file contained before.
///
/// A frame that several files hold need not yield the same message in each: where one lacks
/// packets, another may have them. So a message of such a frame is left out only if it was given.
public final class DuplicateMessages {

    /// So many messages are known at least, the latest.
    private static final int MOST = 1 << 16;

    /// Marks a message that was given in a frame that is repeated, before the file that holds it
    /// first yielded it.
    private static final long AHEAD = 1;

    private final Fingerprint fingerprint = new Fingerprint();
    private FingerprintSet latest = new FingerprintSet();
    private FingerprintSet before = new FingerprintSet();
    private int newest;

    /// Notes a message.
    ///
    /// @param isFrameRepeated whether another file yielded its frame before
    /// @return whether it is to be left out: one of the same time, endpoints and bytes was given,
    ///     and one of the two in a frame that is repeated. The file that holds the frame first may
    ///     be the one that yields the message last, where its stream waits for bytes that it lacks
    public boolean isRepeat(Arrival arrival, byte[] buffer, int from, int to, boolean isFrameRepeated) {
        if (isNoted(fingerprint(arrival, buffer, from, to, 0))) {
            return isFrameRepeated || isNoted(fingerprint(arrival, buffer, from, to, AHEAD));
        }
        if (isFrameRepeated) {
            latest.add(fingerprint(arrival, buffer, from, to, AHEAD));
        }
        note(fingerprint(arrival, buffer, from, to, 0));
        return false;
    }

    private boolean isNoted(Fingerprint known) {
        return before.contains(known) || latest.contains(known);
    }

    private void note(Fingerprint known) {
        latest.add(known);
        if (++newest == MOST) {
            before = latest;
            latest = new FingerprintSet();
            newest = 0;
        }
    }

    private Fingerprint fingerprint(Arrival arrival, byte[] buffer, int from, int to, long mark) {
        long micros = Math.floorDiv(arrival.capturedAtNanos(), 1_000);
        long ports = (long) arrival.sourcePort() << Integer.SIZE | arrival.destinationPort();
        return fingerprint.begin()
                .add(micros)
                .add(ports)
                .add(arrival.sourceHigh())
                .add(arrival.sourceLow())
                .add(arrival.destinationHigh())
                .add(arrival.destinationLow())
                .add(buffer, from, to)
                .add(mark)
                .end();
    }
}
