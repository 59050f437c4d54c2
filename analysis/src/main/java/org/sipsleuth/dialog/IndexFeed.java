package org.sipsleuth.dialog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.stream.FoundMessage;
import org.sipsleuth.dialog.stream.MessageBatch;
import org.sipsleuth.dialog.stream.MessageTaker;

/// Hands found messages on in batches, on a second processor, while the next batch is filled.
///
/// Whoever has time parses a batch: the second processor, or the filling one where that lags
/// behind.
///
/// A batch that fails on the second processor fails on the filling one, as what it is, as soon as
/// that asks for another batch; no later batch is taken.
///
/// The second processor's thread begins with a batch and ends with [#flush], or by itself when none
/// comes for a while, so that nothing has to be closed.
final class IndexFeed {

    /// So many batches may be on their way; the next one has to wait.
    private static final int MOST_ON_THE_WAY = 4;

    /// From so many on the filling thread parses what it filled.
    private static final int LAGGING = 2;

    /// How long the taking thread waits for another batch.
    private static final long LINGER_NANOS = 20_000_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /// What the taking thread runs. It lets go of the feed in the end: the JVM may keep a thread's
    /// task for a while after it has run.
    private static final class Taking implements Runnable {

        private @Nullable IndexFeed feed;

        Taking(IndexFeed feed) {
            this.feed = feed;
        }

        @Override
        public void run() {
            Objects.requireNonNull(feed, "runs once").takeAll();
            feed = null;
        }
    }

    private final MessageTaker taker;
    private final List<FileScan.MessageCount> counts;
    private MessageBatch filling = new MessageBatch();

    /// Guards what both threads use: all that follows.
    private final Object lock = new Object();

    private final Deque<MessageBatch> onTheWay = new ArrayDeque<>();
    private final Deque<MessageBatch> spare = new ArrayDeque<>();
    private boolean isTaking;
    private boolean isFlushing;
    private @Nullable Thread taking;
    private @Nullable Throwable failure;

    /// @param taker gets the messages, on one thread at a time
    /// @param counts of the files they come from, by number
    IndexFeed(MessageTaker taker, List<FileScan.MessageCount> counts) {
        this.taker = taker;
        this.counts = counts;
    }

    /// The batch to fill, which has room for a message.
    MessageBatch batch() {
        if (filling.isFull()) {
            handOver();
        }
        return filling;
    }

    /// Returns when all that was found so far was taken, and nobody else uses or holds the tables
    /// any more.
    void flush() {
        if (!filling.isEmpty()) {
            handOver();
        }
        Thread ending;
        synchronized (lock) {
            isFlushing = true;
            lock.notifyAll();
            await(() -> isTaking);
            isFlushing = false;
            ending = taking;
            taking = null;
        }
        if (ending != null) {
            awaitEnd(ending);
        }
    }

    /// A thread that has nothing left to do may wait for a processor for long; until it has ended,
    /// it keeps all that the tables needed while they grew.
    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver() {
        boolean lags;
        synchronized (lock) {
            lags = onTheWay.size() >= LAGGING;
        }
        if (lags) {
            filling.parse();
        }
        synchronized (lock) {
            await(() -> onTheWay.size() == MOST_ON_THE_WAY);
            onTheWay.add(filling);
            filling = spare.isEmpty() ? new MessageBatch() : spare.pop();
            if (isTaking) {
                lock.notifyAll();
            } else {
                isTaking = true;
                taking = Thread.ofPlatform().daemon().name("index").start(new Taking(this));
            }
        }
    }

    /// Waits while something is so, unless a batch fails. Whoever holds the lock.
    ///
    /// An interrupt does not end it, since the taking thread still uses the tables; it is kept for
    /// those who look at it.
    private void await(BooleanSupplier isSo) {
        boolean interrupted = false;
        while (failure == null && isSo.getAsBoolean()) {
            try {
                lock.wait();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        // A switch over types would be linked anew at every start.
        if (failure instanceof RuntimeException cause) {
            throw cause;
        }
        if (failure instanceof Error cause) {
            throw cause;
        }
    }

    private void takeAll() {
        for (MessageBatch batch = next(); batch != null; batch = next()) {
            try {
                take(batch);
                taken();
            } catch (RuntimeException | Error cause) {
                fail(cause);
            }
        }
    }

    /// The oldest batch that is on its way, or null if there is none and the thread ends.
    private @Nullable MessageBatch next() {
        synchronized (lock) {
            long end = System.nanoTime() + LINGER_NANOS;
            long left = LINGER_NANOS;
            while (failure == null
                    && onTheWay.isEmpty()
                    && !isFlushing
                    && left >= NANOS_PER_MILLI) {
                try {
                    lock.wait(left / NANOS_PER_MILLI);
                    left = end - System.nanoTime();
                } catch (InterruptedException stop) {
                    left = 0; // nobody interrupts this thread
                }
            }
            isTaking = failure == null && !onTheWay.isEmpty();
            if (!isTaking) {
                lock.notifyAll();
            }
            return isTaking ? onTheWay.peek() : null;
        }
    }

    private void taken() {
        synchronized (lock) {
            spare.push(onTheWay.remove());
            lock.notifyAll();
        }
    }

    private void fail(Throwable cause) {
        synchronized (lock) {
            failure = cause;
            lock.notifyAll();
        }
    }

    private void take(MessageBatch batch) {
        batch.parse();
        for (int i = 0; i < batch.size(); i++) {
            FoundMessage message = batch.get(i);
            int dialog = taker.add(message, batch.buffer());
            counts.get(message.file).add(dialog, message);
        }
        batch.clear();
    }
}
