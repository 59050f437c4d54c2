package org.sipsleuth.dialog.column;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.sipsleuth.capture.Endpoint;

/// Endpoints, each kept once and known by a number from 0 in the order in which they first came.
/// One thread adds; others read snapshots.
public final class EndpointPool {

    private static final int IPV6_BYTES = 16;

    /// How many values of the column an endpoint has: the halves of its address, its port, nothing.
    private static final int VALUES = 4;

    private final LongColumn values;
    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();

    /// An empty pool.
    public EndpointPool() {
        this(new LongColumn());
    }

    private EndpointPool(LongColumn values) {
        this.values = values;
    }

    /// The number of an endpoint, which is added if it is new.
    ///
    /// @param addressHigh the upper half of its address as IPv6; IPv4 as `::ffff:a.b.c.d`
    /// @param addressLow the lower half
    public int intern(long addressHigh, long addressLow, int port) {
        // Port and address must not be mixed before: one could make up for the other.
        long key = hash.hash(hash.hash(addressHigh, addressLow), port);
        int known = slots.find(key, row -> values.get(row * VALUES + 1) == addressLow
                && values.get(row * VALUES + 2) == port && values.get(row * VALUES) == addressHigh);
        if (known >= 0) {
            return known;
        }
        int row = size();
        values.add(addressHigh);
        values.add(addressLow);
        values.add(port);
        values.add(0);
        slots.add(row, key);
        return row;
    }

    /// How many endpoints there are.
    public int size() {
        return values.size() / VALUES;
    }

    /// The port of the endpoint with this number.
    public int port(int row) {
        return (int) values.get(row * VALUES + 2);
    }

    /// The endpoint with this number.
    public Endpoint endpoint(int row) {
        byte[] address = ByteBuffer.allocate(IPV6_BYTES)
                .putLong(values.get(row * VALUES))
                .putLong(values.get(row * VALUES + 1))
                .array();
        try {
            return new Endpoint(InetAddress.getByAddress(address), (int) values.get(row * VALUES + 2));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are always an address", e);
        }
    }

    /// The endpoints that there are now, to read by any thread.
    public EndpointPool snapshot() {
        return new EndpointPool(values.snapshot());
    }
}
