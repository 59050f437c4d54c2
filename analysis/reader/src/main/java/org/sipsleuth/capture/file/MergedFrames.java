package org.sipsleuth.capture.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Goes through the frames of several captures side by side, in the order of time. Those of one
/// capture keep their order, whatever their times; at equal times the capture that begins first
/// comes first.
public final class MergedFrames {

    /// How many frames are read between two looks at the monitor.
    private static final int FRAMES_BETWEEN_LOOKS = 4_096;

    /// Of more captures none is held while another has its turn.
    private static final int MOST_HELD = 256;

    /// A capture that is being read.
    private static final class Source {
        private final int file;
        private final FrameReader reader;
        private final Frame frame = new Frame();
        private int rank;

        Source(int file, FrameReader reader) {
            this.file = file;
            this.reader = reader;
        }

        long nanos() {
            return frame.capturedAtNanos();
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final List<CaptureFile> captures;
    private final PriorityQueue<Source> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Source::nanos).thenComparingInt(source -> source.rank));
    private final String stage;
    private final RunMonitor monitor;
    private final long total;
    private Source current;
    private long frames;

    /// @param captures at least one
    /// @param stage what is done with the frames, for people
    /// @param monitor receives the bytes read
    public MergedFrames(List<CaptureFile> captures, String stage, RunMonitor monitor) throws CaptureFormatException {
        this.captures = List.copyOf(captures);
        this.stage = stage;
        this.monitor = monitor;
        for (CaptureFile capture : captures) {
            sources.add(new Source(sources.size(), capture.frames()));
        }
        this.total = captures.stream().mapToLong(CaptureFile::size).sum();
        this.current = sources.getFirst();
        List<Source> filled = sources.stream().filter(this::next).toList();
        List<Source> byBeginning = filled.stream().sorted(Comparator.comparingLong(Source::nanos)).toList();
        for (int i = 0; i < byBeginning.size(); i++) {
            byBeginning.get(i).rank = i;
        }
        waiting.addAll(filled);
    }

    /// Goes to the next frame.
    ///
    /// @return false at the end
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if a capture changed; at the
    ///     latest at the end
    public boolean next() {
        if (frames > 0 && next(current)) {
            waiting.add(current);
        }
        if (frames % FRAMES_BETWEEN_LOOKS == 0) {
            look();
        }
        Source next = waiting.poll();
        if (next == null) {
            look();
            return false;
        }
        frames++;
        current = next;
        return true;
    }

    private boolean next(Source source) {
        boolean isRead = source.reader.next(source.frame);
        if (sources.size() > MOST_HELD) {
            source.frame.isNear(null);
            source.reader.release();
        }
        return isRead;
    }

    private void look() {
        monitor.throwIfCancelled();
        captures.forEach(CaptureFile::check);
        long done = sources.stream().mapToLong(source -> source.reader.position()).sum();
        monitor.progress(new Progress(stage, done, total));
    }

    /// The place of the frame's capture among the captures.
    public int file() {
        return current.file;
    }

    /// The frame; used again for the next one of its capture.
    public Frame frame() {
        return current.frame;
    }

    /// The reader of a capture, which knows what it has met so far.
    public FrameReader reader(int file) {
        return sources.get(file).reader;
    }
}
