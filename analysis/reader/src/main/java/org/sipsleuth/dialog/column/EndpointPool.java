package org.sipsleuth.dialog.column;

import org.sipsleuth.capture.Endpoint;

/// Endpoints, each kept once and known by a number from 0 in the order in which they first came.
/// One thread adds; others read snapshots.
public final class EndpointPool {

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
        return Endpoint.of(values.get(row * VALUES), values.get(row * VALUES + 1), port(row));
    }

    /// The endpoints that there are now, to read by any thread.
    public EndpointPool snapshot() {
        return new EndpointPool(values.snapshot());
    }
}
