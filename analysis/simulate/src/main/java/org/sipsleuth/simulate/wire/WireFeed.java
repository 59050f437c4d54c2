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

/// Passes the messages to a wire in order: in batches, which a second thread turns into frames
/// while the next is filled, or one by one if the wire plans events itself.
///
/// A message is not changed once it was sent, so it can be written later.
public final class WireFeed implements Tap, Closeable {

    /// The hand-over is cheap at this size, and few messages stay in memory.
    private static final int BATCH = 512;

    /// A batch of queued messages.
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

        void passTo(Tap tap) {
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
        writing = CompletableFuture.runAsync(() -> full.passTo(wire));
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

    /// Waits until the wire has processed all messages.
    ///
    /// @throws UncheckedIOException if one could not be written
    public void finish() {
        handOver();
        await();
    }

    /// The number of messages so far.
    public long messages() {
        return messages;
    }

    /// Waits for the current batch; messages not handed over are dropped.
    @Override
    public void close() {
        writing.handle((_, failure) -> failure == null).join();
    }
}
