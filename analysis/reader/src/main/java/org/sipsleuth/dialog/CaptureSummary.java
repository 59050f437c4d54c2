package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.fault.NetworkFaults;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.log.TextLog;
import org.sipsleuth.dialog.coverage.Coverages;
import org.sipsleuth.dialog.coverage.FileSpan;
import org.sipsleuth.run.RunMonitor;

/// What is in one capture file, and what could not be read.
///
/// @param path the file
/// @param format its format
/// @param bytes its size
/// @param linkTypes the names of the link types of its interfaces, e.g. `Ethernet`
/// @param frames frames read
/// @param repeatedFrames how many of them were read before from another file; they count among the
///     frames, and among the messages unless they shall count once
/// @param messages SIP messages found
/// @param dialogs dialogs that have a message in it
/// @param beginNanos the time of its first frame in ns since the epoch, 0 if absent; later than the
///     earliest where frames are in disorder; known of each file as soon as the first one is read
/// @param span the time that it covers
/// @param timeDigits digits after the point that its clock has: 6 for µs, 9 for ns
/// @param unread frames that yielded no message, most frequent reason first
/// @param gaps bytes of TCP streams that were not captured
/// @param faults what its frames show of faults of the network
/// @param defects messages that have a defect, by the defect's text
/// @param damage where the file could not be read on
/// @param notes what the file states about itself
/// @param opened the file as it was when it was opened, to know its SHA-256 and whether it changed
///     since; nothing for a ring file
/// @param log where its messages are in a text log; nothing for a capture of frames
public record CaptureSummary(Path path, CaptureFormat format, long bytes, List<String> linkTypes, long frames,
        long repeatedFrames, long messages, long dialogs, long beginNanos, FileSpan span, int timeDigits,
        List<UnreadFrames> unread, StreamGaps gaps, NetworkFaults faults, Map<String, Long> defects,
        Optional<Damage> damage, CaptureNotes notes, Optional<OpenedFile> opened, Optional<TextLog> log) {

    /// A capture that is no text log.
    public CaptureSummary(Path path, CaptureFormat format, long bytes, List<String> linkTypes, long frames,
            long repeatedFrames, long messages, long dialogs, long beginNanos, FileSpan span, int timeDigits,
            List<UnreadFrames> unread, StreamGaps gaps, NetworkFaults faults, Map<String, Long> defects,
            Optional<Damage> damage, CaptureNotes notes, Optional<OpenedFile> opened) {
        this(path, format, bytes, linkTypes, frames, repeatedFrames, messages, dialogs, beginNanos, span, timeDigits,
                unread, gaps, faults, defects, damage, notes, opened, Optional.empty());
    }

    /// The byte of a text log at which a record begins; nothing for a frame of a capture.
    ///
    /// @param frame its number in the file
    public OptionalLong logByte(int frame) {
        return log.isEmpty() ? OptionalLong.empty() : OptionalLong.of(log.get().offset(frame));
    }

    /// How a frame is written where it is called so: `12`; of a text log, which has none, `log byte
    /// 2010`.
    public String frameText(int frame) {
        OptionalLong logByte = logByte(frame);
        return logByte.isEmpty() ? Integer.toString(frame) : "log byte " + logByte.getAsLong();
    }

    /// How a frame is cited in a sentence: `frame 12`, or `log byte 2010`.
    public String citation(int frame) {
        return log.isEmpty() ? "frame " + frame : frameText(frame);
    }

    /// The coverages that files make.
    ///
    /// @param files by their numbers
    public static Coverages coverages(List<CaptureSummary> files) {
        return Coverages.of(files.stream().map(CaptureSummary::span).toList());
    }

    /// The SHA-256 of the file as it was when it was opened, in lower-case hexadecimal; of a ring
    /// file, as it is now.
    ///
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if the file changed before
    ///     that was known
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public String sha256(RunMonitor monitor) throws IOException {
        OpenedFile file = opened.isPresent() ? opened.get() : OpenedFile.of(path);
        return file.sha256(monitor);
    }

    /// The earliest time of its frames in ns since the epoch, 0 if absent.
    public long firstNanos() {
        return frames == 0 ? 0 : span.captured().fromNanos();
    }

    /// The latest time of its frames in ns since the epoch, 0 if absent.
    public long lastNanos() {
        return frames == 0 ? 0 : span.captured().toNanos();
    }

    /// The longest time without a frame in between, in ns.
    public long longestPauseNanos() {
        return span.longestPauseNanos();
    }

    /// The file as the user named it.
    public String name() {
        return CaptureName.of(path);
    }
}
