package org.sipsleuth.dialog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
final class IndexFeed {

    /// So many batches may be on their way; the next one has to wait.
    private static final int MOST_ON_THE_WAY = 4;

    /// From so many on the filling thread parses what it filled.
    private static final int LAGGING = 2;

    /// A batch on its way.
    private record Handed(MessageBatch batch, CompletableFuture<Void> taken) {}

    private final MessageTaker taker;
    private final List<FileScan> scans;
    private final Deque<Handed> onTheWay = new ArrayDeque<>();
    private final Deque<MessageBatch> spare = new ArrayDeque<>();
    private MessageBatch filling = new MessageBatch();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /// @param taker gets the messages, on one thread at a time
    /// @param scans the files they come from, by number
    IndexFeed(MessageTaker taker, List<FileScan> scans) {
        this.taker = taker;
        this.scans = scans;
    }

    /// The batch to fill, which has room for a message.
    MessageBatch batch() {
        if (filling.isFull()) {
            handOver();
        }
        return filling;
    }

    /// Returns when all that was found so far was taken.
    void flush() {
        if (!filling.isEmpty()) {
            handOver();
        }
        await(last);
    }

    private void handOver() {
        MessageBatch full = filling;
        collect();
        if (onTheWay.size() >= LAGGING) {
            full.parse();
        }
        if (onTheWay.size() == MOST_ON_THE_WAY) {
            await(onTheWay.getFirst().taken);
            collect();
        }
        last = last.thenRunAsync(() -> take(full));
        onTheWay.add(new Handed(full, last));
        filling = spare.isEmpty() ? new MessageBatch() : spare.pop();
    }

    /// Takes back the batches that are done with.
    private void collect() {
        while (!onTheWay.isEmpty() && onTheWay.getFirst().taken.isDone()) {
            Handed done = onTheWay.removeFirst();
            await(done.taken); // tells of a failure
            spare.push(done.batch);
        }
    }

    /// Waits for a batch, and throws what it failed with.
    private static void await(CompletableFuture<Void> taken) {
        try {
            taken.join();
        } catch (CompletionException elsewhere) {
            switch (elsewhere.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw elsewhere; // a batch throws nothing else
            }
        }
    }

    private void take(MessageBatch batch) {
        batch.parse();
        for (int i = 0; i < batch.size(); i++) {
            FoundMessage message = batch.get(i);
            int dialog = taker.add(message, batch.buffer());
            scans.get(message.file).count(dialog, message);
        }
        batch.clear();
    }
}
