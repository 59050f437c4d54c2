package org.sipsleuth.export;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.stream.tcp.TcpSegment;

/// A TCP connection that carries a chosen message: first it collects the segments that carry it,
/// then it decides for each other segment whether it is exported, too.
///
/// Retransmissions of the same bytes are exported, and segments without data that open, acknowledge
/// or close the chosen ones. So is an acknowledgment of all bytes before them: it shows that there
/// is no gap to wait for. Of an encrypted connection everything before a chosen segment is
/// exported.
final class ChosenConnection {

    private final StreamRanges forth = new StreamRanges();
    private final StreamRanges back = new StreamRanges();
    private final List<FrameNumber> waiting = new ArrayList<>();
    private int sealedLeft;
    private boolean isSealed;
    private int opening;
    private boolean isOpened;

    /// @param isForth which direction the segment goes in
    /// @param isInside whether what it carries can be read only with all that came before
    void choose(TcpSegment segment, boolean isForth, boolean isInside) {
        ranges(isForth).add(segment.dataSequence(), segment.sentBytes(), segment.arrival().capturedAtNanos());
        if (isInside) {
            isSealed = true;
            sealedLeft++;
        }
    }

    private StreamRanges ranges(boolean isForth) {
        return isForth ? forth : back;
    }

    boolean isSealed() {
        return isSealed;
    }

    /// Looks at the next segment.
    ///
    /// @param its frames
    /// @param isInside as it was when it was chosen; false if it was not
    /// @return the further frames to export
    List<FrameNumber> look(TcpSegment segment, List<FrameNumber> its, boolean isForth, boolean isInside) {
        if (isSealed) {
            return lookSealed(segment, its, isInside);
        }
        return comesAlong(segment, isForth) ? its : List.of();
    }

    private List<FrameNumber> lookSealed(TcpSegment segment, List<FrameNumber> its, boolean isInside) {
        boolean opens = segment.opens();
        if (opens && (!isOpened || segment.sequence() != opening)) {
            waiting.clear();
            isOpened = true;
            opening = segment.sequence();
        }
        if (sealedLeft > 0) {
            waiting.addAll(its);
        } else if (segment.sentBytes() == 0 && !opens) {
            return its;
        }
        if (!isInside) {
            return List.of();
        }
        sealedLeft--;
        List<FrameNumber> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private boolean comesAlong(TcpSegment segment, boolean isForth) {
        long nanos = segment.arrival().capturedAtNanos();
        StreamRanges own = ranges(isForth);
        if (segment.sentBytes() > 0) {
            return own.hasBytesOf(segment.dataSequence(), segment.sentBytes(), nanos);
        }
        return own.touches(segment.dataSequence(), nanos)
                || (segment.acknowledges() && ranges(!isForth).touches(segment.acknowledgment(), nanos));
    }
}
