package org.sipsleuth.dialog.part;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.layer.PlainFrames;

/// Takes blocks of frames apart ahead of their turn, by processors that have nothing else to do.
///
/// One processor reads and one indexes; where there are no others, frames are taken apart in their
/// turn. The number of blocks that wait is bounded. Used by the reading thread, but for the batches.
/// Threads end by themselves when they have been idle for a moment.
public final class BlockWork implements BlockSource {

    /// So many that handing them to another processor costs little beside them.
    private static final int MOST_FRAMES = 1 << 10;

    private static final int MOST_OCTETS = 1 << 17;

    /// So few that the first of them are still in the nearest cache when their turn comes.
    private static final int FRAMES_IN_TURN = 1 << 4;

    /// So many frames of all files together are in blocks, where many files are read side by side;
    /// what fewer hold is not worth handing over.
    private static final int MOST_FRAMES_OF_ALL = 1 << 12;

    private static final int LEAST_FRAMES_AHEAD = 1 << 8;

    /// The threads that read and index cannot keep more of them busy.
    private static final int MOST_HELPERS = 3;

    private static final int AHEAD_OF_A_HELPER = 2;
    private static final long IDLE_MILLIS = 20;

    /// Hardly ever are more files read at the same time, and a process must not take all that there are.
    private static final int MOST_CHANNELS = 8;

    private final Semaphore channels = new Semaphore(MOST_CHANNELS);
    private final int helpers;
    private final ConcurrentLinkedDeque<PlainFrames> takers = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<MessageBatch> batches = new ConcurrentLinkedDeque<>();
    private final Deque<FrameBlock> blocks = new ArrayDeque<>();
    private final ThreadPoolExecutor pool;
    private int ahead;
    private int files = 1;

    /// @param processors how many there are
    public BlockWork(int processors) {
        helpers = Math.clamp(processors - 2L, 0, MOST_HELPERS);
        pool = new ThreadPoolExecutor(Math.max(1, helpers), Math.max(1, helpers), IDLE_MILLIS, TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("frames").factory());
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public PartReader parts(FrameReader reader, int file, FileBytes bytes) {
        return new Blocks(reader, file, bytes);
    }

    @Override
    public Semaphore channels() {
        return channels;
    }

    @Override
    public void reading(int now) {
        files = Math.max(1, now);
    }

    @Override
    public MessageBatch batch() {
        MessageBatch free = batches.pollFirst(); // the one used last is still in a processor's cache
        return free == null ? new MessageBatch() : free;
    }

    @Override
    public void free(MessageBatch batch) {
        batch.clear();
        batches.addFirst(batch);
    }

    private PlainFrames taker() {
        PlainFrames free = takers.pollFirst();
        return free == null ? new PlainFrames() : free;
    }

    private int mostFrames() {
        return Math.clamp(MOST_FRAMES_OF_ALL / files, 1, MOST_FRAMES);
    }

    /// The blocks of one file. Of one that is only looked at one frame is read.
    private final class Blocks implements PartReader {

        private final FrameReader reader;
        private final int file;
        private final FileBytes bytes;
        private boolean isBegun;

        Blocks(FrameReader reader, int file, FileBytes bytes) {
            this.reader = reader;
            this.file = file;
            this.bytes = bytes;
        }

        @Override
        public boolean hasRoom() {
            return isBegun && mostFrames() >= LEAST_FRAMES_AHEAD && ahead < AHEAD_OF_A_HELPER * helpers;
        }

        @Override
        public CapturePart next(boolean isFar) {
            CapturePart part = read(isFar);
            CapturePart more = part;
            while (!isFar && hasRoom() && !more.blocks().isEmpty()) {
                more = read(false);
                part = part.join(more);
            }
            isBegun = true;
            return part;
        }

        private CapturePart read(boolean isFar) {
            FrameBlock block = blocks.isEmpty() ? new FrameBlock(batch()) : blocks.pop();
            boolean isAhead = !isFar && hasRoom();
            int most = isAhead || isFar ? mostFrames() : isBegun ? Math.min(FRAMES_IN_TURN, mostFrames()) : 1;
            if (!block.fill(reader, file, bytes, most, Math.max(1, MOST_OCTETS / files))) {
                blocks.push(block);
                return CapturePart.EMPTY;
            }
            if (isFar) {
                block.stayFar();
            } else if (isAhead) {
                ahead++;
                pool.execute(block.work(BlockWork.this::taker, takers::addFirst));
            }
            return CapturePart.of(block);
        }

        @Override
        public void done(FrameBlock block) {
            ahead -= block.isAhead() ? 1 : 0;
            block.clear(BlockWork.this::batch);
            blocks.push(block);
        }
    }
}
