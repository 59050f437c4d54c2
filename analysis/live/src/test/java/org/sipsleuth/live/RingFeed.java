package org.sipsleuth.live;

import java.io.IOException;
import java.util.List;
import java.util.function.IntToLongFunction;

/// Writes the packets of a test into a ring.
public final class RingFeed implements AutoCloseable {

    private static final long BEGIN_NANOS = 1_700_000_000_000_000_000L;
    private static final long BETWEEN_NANOS = 1_000_000L;

    private final Ring ring;
    private final IntToLongFunction nanos;
    private int added;

    public RingFeed(Ring ring) {
        this(ring, packet -> BEGIN_NANOS + packet * BETWEEN_NANOS);
    }

    /// @param nanos the times of the packets, by their numbers from 0
    public RingFeed(Ring ring, IntToLongFunction nanos) {
        this.ring = ring;
        this.nanos = nanos;
    }

    /// The ring.
    public Ring ring() {
        return ring;
    }

    /// These packets come.
    public void add(List<byte[]> packets) throws IOException {
        for (byte[] packet : packets) {
            ring.append(nanos.applyAsLong(added++), packet.length, packet);
        }
        ring.flush();
    }

    /// What comes from now on goes into another file.
    public void nextFile() throws IOException {
        ring.rotate();
    }

    /// Nothing more comes.
    public void end() throws IOException {
        ring.close();
    }

    @Override
    public void close() throws IOException {
        ring.close();
    }
}
