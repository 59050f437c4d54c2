package org.sipsleuth.dialog.column;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.sipsleuth.capture.Endpoint;

/// Endpoints, each kept once and known by a number from 0 in the order in which they first came.
/// One thread adds; others read snapshots.
public final class EndpointPool {

    private static final int IPV6_BYTES = 16;

    private final LongColumn high;
    private final LongColumn low;
    private final IntColumn ports;
    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();

    /// An empty pool.
    public EndpointPool() {
        this(new LongColumn(), new LongColumn(), new IntColumn());
    }

    private EndpointPool(LongColumn high, LongColumn low, IntColumn ports) {
        this.high = high;
        this.low = low;
        this.ports = ports;
    }

    /// The number of an endpoint, which is added if it is new.
    ///
    /// @param addressHigh the upper half of its address as IPv6; IPv4 stands as `::ffff:a.b.c.d`
    /// @param addressLow the lower half
    public int intern(long addressHigh, long addressLow, int port) {
        long key = hash.hash(addressHigh ^ ((long) port << 48), addressLow);
        int known =
                slots.find(
                        key,
                        row ->
                                low.get(row) == addressLow
                                        && ports.get(row) == port
                                        && high.get(row) == addressHigh);
        if (known >= 0) {
            return known;
        }
        int row = ports.size();
        high.add(addressHigh);
        low.add(addressLow);
        ports.add(port);
        slots.add(row, key);
        return row;
    }

    /// How many endpoints there are.
    public int size() {
        return ports.size();
    }

    /// The endpoint with this number.
    public Endpoint endpoint(int row) {
        byte[] address =
                ByteBuffer.allocate(IPV6_BYTES)
                        .putLong(high.get(row))
                        .putLong(low.get(row))
                        .array();
        try {
            return new Endpoint(InetAddress.getByAddress(address), ports.get(row));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are always an address", e);
        }
    }

    /// The endpoints that there are now, to read by any thread.
    public EndpointPool snapshot() {
        return new EndpointPool(high.snapshot(), low.snapshot(), ports.snapshot());
    }
}
