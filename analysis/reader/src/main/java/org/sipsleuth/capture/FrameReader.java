package org.sipsleuth.capture;

import java.util.List;
import java.util.Optional;

/// Goes through the frames of a capture file, from the first to the last that can be read.
public interface FrameReader {

    /// The maximum frame length; a record with a larger length is damaged (libpcap and
    /// Wireshark have the same limit).
    int LARGEST_FRAME_BYTES = 262_144;

    /// Goes to the next frame.
    ///
    /// @param frame is filled with it
    /// @return false at the end, or where the file is damaged
    boolean next(Frame frame);

    /// Lets go of what was opened to read the file. It can be read on all the same.
    default void release() {}

    /// How far in the file the reader is, in bytes.
    long position();

    /// Where and why the reading ended before the end of the file. Known after [#next] gave false.
    Optional<Damage> damage();

    /// The link types of the interfaces met so far, each once, in order.
    List<Integer> linkTypes();

    /// The interfaces met so far, those that say the same once, in order.
    List<InterfaceFacts> interfaces();

    /// The metadata of the current frame.
    default List<CaptureOption> frameOptions() {
        return List.of();
    }

    /// The section headers read so far.
    default List<CaptureOption> sectionOptions() {
        return List.of();
    }

    /// The TLS key logs met in the file so far, in order. A capture may carry the secrets of the
    /// connections in it.
    default List<byte[]> keyLogs() {
        return List.of();
    }

    /// The digits after the point of the finest clock met so far: 6 for µs, 9 for ns.
    int timeDigits();

    /// The metadata of the file, as far as it has been read.
    CaptureNotes notes();
}
