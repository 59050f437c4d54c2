package org.sipsleuth.export;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.stream.tcp.TcpSegment;

/// A TCP connection that carries a chosen message: first it is told the segments that do, then it
/// tells of each segment whether it comes along.
///
/// Those that carry the same bytes once more do, and those without bytes that open, acknowledge or
/// close the chosen ones. So does an acknowledgment of all that lies before them: it tells that
/// nothing need be waited for. Of a sealed connection all do that come before a chosen one.
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
        ranges(isForth)
                .add(
                        segment.dataSequence(),
                        segment.sentBytes(),
                        segment.arrival().capturedAtNanos());
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
    /// @return the frames that come along
    List<FrameNumber> look(
            TcpSegment segment, List<FrameNumber> its, boolean isForth, boolean isInside) {
        if (isSealed) {
            return lookSealed(segment, its, isInside);
        }
        return comesAlong(segment, isForth) ? its : List.of();
    }

    private List<FrameNumber> lookSealed(
            TcpSegment segment, List<FrameNumber> its, boolean isInside) {
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
                || (segment.acknowledges()
                        && ranges(!isForth).touches(segment.acknowledgment(), nanos));
    }
}
