package org.sipsleuth.capture.live;

import java.io.IOException;
import java.util.List;

/// Writes the packets of a test into a ring.
public final class RingFeed implements AutoCloseable {

    private static final long BETWEEN_NANOS = 1_000_000L;

    private final Ring ring;
    private long nanos = 1_700_000_000_000_000_000L;

    public RingFeed(Ring ring) {
        this.ring = ring;
    }

    /// The ring.
    public Ring ring() {
        return ring;
    }

    /// These packets come.
    public void add(List<byte[]> packets) throws IOException {
        for (byte[] packet : packets) {
            ring.append(nanos, packet.length, packet);
            nanos += BETWEEN_NANOS;
        }
        ring.flush();
    }

    @Override
    public void close() throws IOException {
        ring.close();
    }
}
