package org.sipsleuth.dialog.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.layer.PlainFrames;

/// Cuts files at random, takes the blocks apart in random order, some on other threads, and joins
/// them as random trees.
public final class RandomTrees implements BlockSource {

    private static final int MOST_FRAMES_OF_A_BLOCK = 40;

    private final Random random;
    private final Semaphore channels = new Semaphore(1);
    private final ExecutorService others;
    private final boolean isSequential;

    /// @param others take some blocks apart
    public RandomTrees(Random random, ExecutorService others) {
        this(random, others, false);
    }

    private RandomTrees(Random random, ExecutorService others, boolean isSequential) {
        this.random = random;
        this.others = others;
        this.isSequential = isSequential;
    }

    /// Takes nothing apart ahead: every frame is read in its turn.
    public static BlockSource sequential(ExecutorService others) {
        return new RandomTrees(new Random(0), others, true);
    }

    @Override
    public PartReader parts(FrameReader reader, int file, FileBytes bytes) {
        Deque<CapturePart> whole = new ArrayDeque<>(List.of(tree(blocks(reader, file, bytes))));
        return new PartReader() {
            @Override
            public CapturePart next(boolean isFar) {
                return whole.isEmpty() ? CapturePart.EMPTY : whole.pop();
            }

            @Override
            public boolean hasRoom() {
                return random.nextBoolean();
            }

            @Override
            public void done(FrameBlock block) {
                // none is used again
            }
        };
    }

    private List<FrameBlock> blocks(FrameReader reader, int file, FileBytes bytes) {
        int most = 1 + random.nextInt(MOST_FRAMES_OF_A_BLOCK);
        List<FrameBlock> blocks = new ArrayList<>();
        FrameBlock block = new FrameBlock(batch());
        while (block.fill(reader, file, bytes, 1 + random.nextInt(most), Integer.MAX_VALUE)) {
            blocks.add(block);
            block = new FrameBlock(batch());
        }
        List<FrameBlock> shuffled = new ArrayList<>(blocks);
        Collections.shuffle(shuffled, random);
        if (isSequential) {
            return blocks; // all of their frames are loose
        }
        for (FrameBlock each : shuffled) {
            if (random.nextInt(5) == 0) {
                each.stayFar();
            }
            switch (random.nextInt(4)) {
                case 0 -> each.work(PlainFrames::new, _ -> {}).run();
                case 1 -> others.execute(each.work(PlainFrames::new, _ -> {}));
                case 2 -> each.work(PlainFrames::new, _ -> {}); // when its turn comes
                default -> {
                    // never
                }
            }
        }
        return blocks;
    }

    private CapturePart tree(List<FrameBlock> blocks) {
        List<CapturePart> parts = new ArrayList<>(blocks.stream().map(CapturePart::of).toList());
        parts.add(random.nextInt(parts.size() + 1), CapturePart.EMPTY);
        while (parts.size() > 1) {
            int at = random.nextInt(parts.size() - 1);
            CapturePart next = parts.remove(at + 1);
            parts.set(at, parts.get(at).join(next));
        }
        return parts.getFirst();
    }

    @Override
    public Semaphore channels() {
        return channels;
    }

    @Override
    public void reading(int files) {
        // all is read already
    }

    @Override
    public MessageBatch batch() {
        return new MessageBatch();
    }

    @Override
    public void free(MessageBatch batch) {
        batch.clear();
    }
}
