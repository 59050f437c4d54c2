package org.sipsleuth.dialog;

import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.stream.tcp.Withheld;
import org.sipsleuth.dialog.part.BlockSource;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.MessageBatch;
import org.sipsleuth.dialog.part.MessageConsumer;
import org.sipsleuth.dialog.part.MessagePortion;
import org.sipsleuth.dialog.part.MessageQueue;
import org.sipsleuth.run.Counted;

/// Passes the messages of the reading thread in portions to a second thread, which parses them and
/// adds them to the index while the next portion is filled. Used by the reading thread only.
///
/// The number of portions is bounded: when all of them are waiting, the reading thread waits too.
/// When the second thread falls behind, the reading thread parses the portion it has filled. The
/// second thread also puts the messages into the order of their times ([MessageOrder]).
///
/// After the first failure no message is added; the reading thread gets the failure with the next
/// portion or with [#flush]. The second thread ends with [#flush], or when it has been idle for a
/// moment, so nothing has to be closed.
final class IndexPipeline implements MessageQueue {

    /// One that is filled, one that is added, three that wait.
    private static final int MAX_PORTIONS = 5;

    private static final long IDLE_MILLIS = 20;

    private final Counting counting;
    private final MessageOrder order;

    /// The one used last comes first: it is still in the processor's cache.
    private final BlockingDeque<MessagePortion> free = new LinkedBlockingDeque<>(MAX_PORTIONS);

    private final Withheld withheld = new Withheld();
    private final BlockSource source;
    private MessagePortion filling = new MessagePortion();
    private MessageBatch room;
    private @Nullable ThreadPoolExecutor indexing;
    private int portions = 1;

    /// The first failure of the second thread.
    private volatile @Nullable Throwable failure;

    private volatile Counted counted = Counted.NOTHING;

    /// @param consumer gets the messages, on one thread at a time
    /// @param counts of the files they come from, by number
    /// @param source keeps the batches that messages are in
    IndexPipeline(MessageConsumer consumer, List<FileScan.MessageCount> counts, BlockSource source) {
        this.counting = new Counting(consumer, counts);
        this.source = source;
        this.room = source.batch();
        this.order = new MessageOrder(counting, source::batch, source::free);
    }

    /// Counts what a consumer takes.
    private static final class Counting implements MessageOrder.Target {

        private final MessageConsumer consumer;
        private final List<FileScan.MessageCount> counts;
        private long messages;
        private long dialogs;

        Counting(MessageConsumer consumer, List<FileScan.MessageCount> counts) {
            this.consumer = consumer;
            this.counts = counts;
        }

        @Override
        public boolean hasRequest(ExtractedMessage response, byte[] buffer) {
            return consumer.hasRequest(response, buffer);
        }

        @Override
        public void add(ExtractedMessage message, byte[] buffer) {
            int dialog = consumer.add(message, buffer);
            boolean isFirst = counts.get(message.file).add(dialog, message);
            messages++;
            dialogs += isFirst ? 1 : 0;
        }

        Counted counted() {
            return new Counted(messages, dialogs);
        }
    }

    @Override
    public MessageBatch room() {
        return room;
    }

    @Override
    public void add(ExtractedMessage message, MessageBatch batch) {
        filling.add(message, batch);
        if (filling.isFull()) {
            submit();
        }
    }

    /// What waits in the captures that are read.
    Withheld withheld() {
        return withheld;
    }

    /// What has been added, up to the last batch.
    Counted counted() {
        return counted;
    }

    /// Returns when every message so far has been added and the second thread has ended, so that
    /// nobody else uses or references the tables.
    void flush() {
        pause();
        try {
            order.flush();
        } catch (RuntimeException | Error cause) {
            failure = cause;
            throw cause;
        }
        counted = counting.counted();
    }

    /// The same, but for messages that wait for earlier ones: who looks in between changes
    /// nothing of the order.
    void pause() {
        if (filling.size() > 0) {
            submit();
        }
        if (indexing != null) {
            indexing.shutdown();
            awaitEnd(indexing);
            indexing = null;
        }
        throwFailure();
    }

    private void submit() {
        if (indexing == null) {
            indexing = executor();
        }
        if (!room.isEmpty()) { // others read it from now on
            room = source.batch();
        }
        if (!indexing.getQueue().isEmpty()) { // it has fallen behind
            filling.parse();
        }
        MessagePortion filled = filling;
        indexing.execute(() -> add(filled));
        filling = nextPortion();
        throwFailure();
    }

    private static ThreadPoolExecutor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, IDLE_MILLIS, TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("index").factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private MessagePortion nextPortion() {
        if (free.isEmpty() && portions < MAX_PORTIONS) {
            portions++;
            return new MessagePortion();
        }
        return uninterrupted(free::take);
    }

    private static void awaitEnd(ThreadPoolExecutor executor) {
        while (!uninterrupted(() -> executor.awaitTermination(1, TimeUnit.MINUTES))) {
            // the last batches take longer
        }
    }

    /// Waits for something. An interrupt does not end it, since the second thread still uses the
    /// tables; it is kept for those who examine it.
    private static <T> T uninterrupted(Wait<T> wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.await();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Wait<T> {
        T await() throws InterruptedException;
    }

    private void throwFailure() {
        if (failure instanceof RuntimeException cause) {
            throw cause;
        }
        if (failure instanceof Error cause) {
            throw cause;
        }
    }

    /// Runs on the second thread.
    private void add(MessagePortion portion) {
        try {
            if (failure == null) {
                portion.parse();
                order.take(portion);
                counted = counting.counted();
            }
        } catch (RuntimeException | Error cause) {
            failure = cause;
        } finally {
            portion.clear();
            free.addFirst(portion);
        }
    }
}
