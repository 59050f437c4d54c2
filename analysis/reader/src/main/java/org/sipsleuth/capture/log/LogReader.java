package org.sipsleuth.capture.log;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.InterfaceFacts;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.NearWindow;
import org.sipsleuth.capture.RecordReader;

/// Goes through the records of a text log.
final class LogReader extends RecordReader {

    private static final int NANOS_DIGITS = 9;

    private final NearWindow window;
    private final long end;
    private final LogFacts facts;

    LogReader(MemorySegment records, LogFacts facts) {
        this.window = new NearWindow(FileBytes.of(records));
        this.end = records.byteSize();
        this.facts = facts;
    }

    @Override
    public boolean next(Frame frame) {
        if (isDamaged() || position >= end) {
            return false;
        }
        int place = window.bring(position, LogRecord.HEADER_BYTES, end);
        ByteBuffer header = ByteBuffer.wrap(window.near().bytes());
        int bytes = LogRecord.HEADER_BYTES + header.getInt(place + LogRecord.BYTES_AT);
        if (position + bytes > end) {
            return stop(CaptureFault.FRAME_CUT.text(frames + 1, end - position, bytes));
        }
        long nanos = header.getLong(place + LogRecord.NANOS_AT);
        int missing = header.getInt(place + LogRecord.MISSING_AT);
        window.bring(position, bytes, end);
        frame.begin(++frames, nanos, LinkTypes.TEXT_LOG);
        frame.lieAt(position, bytes);
        frame.isNear(window.near());
        frame.cameOn(0, nanos);
        frame.hadOnTheWire((long) bytes + missing);
        position += bytes;
        return true;
    }

    @Override
    public List<Integer> linkTypes() {
        return List.of(LinkTypes.TEXT_LOG);
    }

    @Override
    public List<InterfaceFacts> interfaces() {
        return List.of(new InterfaceFacts(LinkTypes.TEXT_LOG, LARGEST_FRAME_BYTES, List.of(timeResolution())));
    }

    @Override
    public int timeDigits() {
        return NANOS_DIGITS;
    }

    @Override
    public CaptureNotes notes() {
        return facts.notes();
    }
}
