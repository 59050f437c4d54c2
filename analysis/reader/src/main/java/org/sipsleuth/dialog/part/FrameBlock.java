package org.sipsleuth.dialog.part;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.NearBytes;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.PayloadSink;
import org.sipsleuth.capture.layer.PlainFrames;
import org.sipsleuth.capture.packet.Packet;

/// Some frames of a file in a row, and what is known of each whatever is before it: its message,
/// why it has none, or that it is loose, since what it means depends on others.
///
/// It is filled by the thread that reads the file, taken apart once by any thread, and then read by
/// the first one again.
public final class FrameBlock {

    private static final int NONE = -1;
    private static final FutureTask<?> DONE = done();

    private Frame[] frames = {};
    private final List<NearBytes> near = new ArrayList<>(2);
    private final Found found = new Found();
    private int[] keyLogs = {};
    private int[] timeDigits = {};
    private int[] messages = {};
    private @Nullable UnreadReason[] reasons = {};
    private int size;
    private int octets;
    private int itsFile;
    private FileBytes itsBytes = FileBytes.of(MemorySegment.NULL);
    private MessageBatch batch;
    private boolean hasMessages;
    private boolean isAhead;
    private FutureTask<?> work = DONE;

    private static FutureTask<?> done() {
        FutureTask<?> nothing = new FutureTask<>(() -> {}, null);
        nothing.run();
        return nothing;
    }

    /// @param batch gets its messages
    FrameBlock(MessageBatch batch) {
        this.batch = batch;
    }

    /// Where the payload of a frame goes.
    private final class Found implements PayloadSink {
        int message = NONE;

        @Override
        public boolean take(Packet packet) {
            boolean isSip = Datagram.find(packet, batch) != null;
            message = isSip ? batch.keep(packet.arrival()) : NONE;
            hasMessages |= isSip;
            return isSip;
        }

        @Override
        public boolean takesMedia() {
            return false;
        }
    }

    /// Becomes the next frames of a file, all of them loose.
    ///
    /// @param file its place among the files of the index
    /// @param bytes those of the file
    /// @param most how many frames
    /// @param mostOctets how long they are together
    /// @return whether there are any
    boolean fill(FrameReader reader, int file, FileBytes bytes, int most, int mostOctets) {
        itsFile = file;
        itsBytes = bytes;
        octets = 0;
        isAhead = false;
        work = DONE;
        while (size < most && octets < mostOctets && read(reader)) {
            size++;
        }
        return size > 0;
    }

    private boolean read(FrameReader reader) { // compiled soon, which the loop is not
        Frame frame = room();
        if (!reader.next(frame)) {
            return false;
        }
        keyLogs[size] = reader.keyLogs().size();
        timeDigits[size] = reader.timeDigits();
        octets += frame.capturedBytes();
        messages[size] = NONE;
        reasons[size] = null;
        stayNear(frame);
        return true;
    }

    /// Says that it is not its turn soon, so that nothing is kept for it that can be read again.
    public void stayFar() {
        if (isAhead) {
            return; // another thread may read it
        }
        for (int i = 0; i < size; i++) {
            frames[i].isNear(null);
        }
        near.forEach(NearBytes::release);
        near.clear();
    }

    private Frame room() {
        if (size == frames.length) {
            makeRoom();
        }
        return frames[size];
    }

    private void makeRoom() {
        int more = Math.max(4, 2 * size);
        frames = Arrays.copyOf(frames, more);
        for (int i = size; i < more; i++) {
            frames[i] = new Frame();
        }
        keyLogs = Arrays.copyOf(keyLogs, more);
        timeDigits = Arrays.copyOf(timeDigits, more);
        messages = Arrays.copyOf(messages, more);
        reasons = Arrays.copyOf(reasons, more);
    }

    @SuppressWarnings("ReferenceEquality") // the same stretch, not an equal one
    private void stayNear(Frame frame) {
        NearBytes its = frame.near();
        if (its != null && (near.isEmpty() || near.getLast() != its)) {
            its.keep();
            near.add(its);
        }
    }

    /// Has its frames taken apart and their messages parsed.
    ///
    /// @return does that, unless it has begun already
    Runnable work(Supplier<PlainFrames> taker, Consumer<PlainFrames> after) {
        isAhead = true;
        work = new FutureTask<>(() -> {
            PlainFrames plain = taker.get();
            takeApart(plain);
            after.accept(plain);
            batch.parse();
        }, null);
        return work;
    }

    private void takeApart(PlainFrames plain) {
        MemorySegment bytes = itsBytes.bytes();
        for (int i = 0; i < size; i++) {
            takeApart(plain, bytes, i);
        }
    }

    private void takeApart(PlainFrames plain, MemorySegment bytes, int i) { // compiled soon, which the loop is not
        Frame frame = frames[i];
        PlainFrames.Kind kind = plain.take(itsFile, bytes, frame, frame.number(), found);
        messages[i] = kind == PlainFrames.Kind.TAKEN ? found.message : NONE;
        reasons[i] = kind == PlainFrames.Kind.UNREAD ? plain.unreadReason() : null;
    }

    /// Does what is left of its work, or waits until another thread has done that.
    public void await() {
        work.run();
        boolean interrupted = false;
        while (true) {
            try {
                work.get();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            } catch (ExecutionException failed) {
                throw thrown(failed.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    /// Whether there was [#work].
    boolean isAhead() {
        return isAhead;
    }

    /// How many frames there are.
    public int size() {
        return size;
    }

    /// One of them, from 0.
    public Frame frame(int i) {
        return frames[i];
    }

    /// How many key logs the reader had met once it had read a frame.
    public int keyLogs(int i) {
        return keyLogs[i];
    }

    /// The digits of the finest clock that it had met by then.
    public int timeDigits(int i) {
        return timeDigits[i];
    }

    /// Why a frame has no message; null if it has one, or is loose.
    public @Nullable UnreadReason unreadReason(int i) {
        return reasons[i];
    }

    /// Whether it depends on other frames what a frame means.
    public boolean isLoose(int i) {
        return messages[i] == NONE && reasons[i] == null;
    }

    /// The message of a frame.
    public ExtractedMessage message(int i) {
        return batch.get(messages[i]);
    }

    /// All of them.
    public MessageBatch batch() {
        return batch;
    }

    /// Its frames were read: it may be filled again.
    ///
    /// @param batches yields an empty one where its own has messages that are on their way
    void clear(Supplier<MessageBatch> batches) {
        near.forEach(NearBytes::release);
        near.clear();
        size = 0;
        if (hasMessages) {
            hasMessages = false;
            batch = batches.get();
        }
    }
}
