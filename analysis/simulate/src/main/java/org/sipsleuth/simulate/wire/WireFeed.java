package org.sipsleuth.simulate.wire;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.network.Tap;

/// Gives a wire the messages that pass, in their order: in batches, which a second processor turns
/// into frames while the next is filled, or one by one if the wire plans events itself.
///
/// A message is not changed once it was sent, so it can be written later.
public final class WireFeed implements Tap, Closeable {

    /// Handing over costs little then, and few messages are kept from being collected.
    private static final int BATCH = 512;

    /// Messages that wait.
    private static final class Batch {
        final long[] atNanos = new long[BATCH];
        final @Nullable Signal[] signals = new Signal[BATCH];
        final Socket[] from = new Socket[BATCH];
        final Socket[] to = new Socket[BATCH];
        int size;

        void add(long at, Signal signal, Socket source, Socket destination) {
            atNanos[size] = at;
            signals[size] = signal;
            from[size] = source;
            to[size++] = destination;
        }

        void giveTo(Tap tap) {
            for (int i = 0; i < size; i++) {
                Signal signal = signals[i];
                if (signal != null) {
                    tap.pass(atNanos[i], signal, from[i], to[i]);
                }
            }
            Arrays.fill(signals, 0, size, null);
            size = 0;
        }
    }

    private final Wire wire;
    private final boolean inBatches;
    private Batch filling = new Batch();
    private Batch spare = new Batch();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private long messages;

    public WireFeed(Wire wire) {
        this.wire = wire;
        this.inBatches = !wire.plansEvents();
    }

    @Override
    public void pass(long atNanos, Signal signal, Socket from, Socket to) {
        messages++;
        if (!inBatches) {
            wire.pass(atNanos, signal, from, to);
            return;
        }
        filling.add(atNanos, signal, from, to);
        if (filling.size == BATCH) {
            handOver();
        }
        if (signal.mutator != null) { // it draws, and others may draw from the same row
            finish();
        }
    }

    private void handOver() {
        await();
        Batch full = filling;
        filling = spare;
        spare = full;
        writing = CompletableFuture.runAsync(() -> full.giveTo(wire));
    }

    private void await() {
        try {
            writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw new UncheckedIOException(cause.getCause());
            }
            throw e;
        }
    }

    /// Waits until the wire has had all messages.
    ///
    /// @throws UncheckedIOException if one could not be written
    public void finish() {
        handOver();
        await();
    }

    /// How many messages have passed.
    public long messages() {
        return messages;
    }

    /// Waits until nothing is written any more; what was not handed over is left out.
    @Override
    public void close() {
        writing.handle((_, failure) -> failure == null).join();
    }
}
