package org.sipsleuth.dialog;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.stream.FoundMessage;
import org.sipsleuth.dialog.stream.MessageBatch;

/// Feeds the index with batches of messages on a second processor while the next batch is filled.
/// Where there is no second one, the filling thread does both in turn.
final class IndexFeed {

    private final IndexBuilder index;
    private final List<FileScan> scans;
    private MessageBatch filling = new MessageBatch();
    private MessageBatch spare = new MessageBatch();
    private @Nullable ForkJoinTask<?> joining;

    /// @param index gets the messages
    /// @param scans the files they come from, by number
    IndexFeed(IndexBuilder index, List<FileScan> scans) {
        this.index = index;
        this.scans = scans;
    }

    /// The batch to fill, which has room for a message.
    MessageBatch batch() {
        if (filling.isFull()) {
            handOver();
        }
        return filling;
    }

    /// How many messages were found so far.
    int messages() {
        flush();
        return index.messages.size();
    }

    /// An index of all that was found so far.
    ///
    /// @param growing whether more messages will be added, so that what changes must be copied
    SipIndex index(boolean growing) {
        flush();
        return index.index(scans, growing);
    }

    /// Puts all that was found so far into the index before it returns.
    private void flush() {
        if (!filling.isEmpty()) {
            handOver();
        }
        await();
    }

    private void handOver() {
        await();
        MessageBatch full = filling;
        joining = ForkJoinPool.commonPool().submit(() -> join(full));
        filling = spare;
        spare = full;
    }

    /// Waits for the batch that is on its way; a thread that waits helps if nobody has begun.
    private void await() {
        if (joining != null) {
            joining.join();
            joining = null;
        }
    }

    private void join(MessageBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            FoundMessage message = batch.get(i);
            int dialog = index.add(message, batch.buffer());
            scans.get(message.file).count(dialog, message);
        }
        batch.clear();
    }
}
