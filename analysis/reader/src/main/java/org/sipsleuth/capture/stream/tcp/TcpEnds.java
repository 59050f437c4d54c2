package org.sipsleuth.capture.stream.tcp;

import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import org.sipsleuth.capture.Arrival;

/// The two ends of a connection, from the sender to the receiver.
public record TcpEnds(long fromHigh, long fromLow, long toHigh, long toLow, int ports) implements Comparable<TcpEnds> {

    private static final Comparator<TcpEnds> ORDER = Comparator.comparingLong(TcpEnds::fromHigh)
            .thenComparingLong(TcpEnds::fromLow)
            .thenComparingLong(TcpEnds::toHigh)
            .thenComparingLong(TcpEnds::toLow)
            .thenComparingInt(TcpEnds::ports);

    /// Drawn by chance, so that connections do not collide whose parts only add up to the same. It
    /// is no secure hash: a change of one part that the next one undoes, whatever the seed is, can
    /// be made. Where many fall into one place, a `HashMap` keeps them in a tree by [#compareTo],
    /// and finds one in about the logarithm of their number of steps.
    private static final long SEED = ThreadLocalRandom.current().nextLong();

    private static final long MIX = 0x9e3779b97f4a7c15L;

    /// From the sender of what arrived to its receiver.
    public static TcpEnds of(Arrival arrival) {
        return new TcpEnds(arrival.sourceHigh(), arrival.sourceLow(), arrival.destinationHigh(),
                arrival.destinationLow(), arrival.sourcePort() << Short.SIZE | arrival.destinationPort());
    }

    /// The same connection, whichever end sends.
    public TcpEnds either() {
        TcpEnds other = reversed();
        int order = Long.compare(fromHigh, toHigh);
        order = order != 0 ? order : Long.compare(fromLow, toLow);
        order = order != 0 ? order : Integer.compare(ports, other.ports);
        return order <= 0 ? this : other;
    }

    /// The opposite direction.
    @SuppressWarnings("ArgumentSelectionDefectChecker") // the ends change places
    TcpEnds reversed() {
        return new TcpEnds(toHigh, toLow, fromHigh, fromLow, Integer.rotateLeft(ports, 16));
    }

    @Override
    public int compareTo(TcpEnds other) {
        return ORDER.compare(this, other);
    }

    @Override
    public int hashCode() {
        long hash = SEED;
        hash = mixed(hash ^ fromHigh);
        hash = mixed(hash ^ fromLow);
        hash = mixed(hash ^ toHigh);
        hash = mixed(hash ^ toLow);
        return (int) mixed(hash ^ ports);
    }

    private static long mixed(long value) {
        long product = value * MIX;
        return product ^ product >>> Integer.SIZE;
    }
}
