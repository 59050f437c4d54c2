package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.fault.NetworkFaults;
import org.sipsleuth.capture.integrity.OpenedFile;
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
///     earliest where frames are in disorder
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
public record CaptureSummary(Path path, CaptureFormat format, long bytes, List<String> linkTypes, long frames,
        long repeatedFrames, long messages, long dialogs, long beginNanos, FileSpan span, int timeDigits,
        List<UnreadFrames> unread, StreamGaps gaps, NetworkFaults faults, Map<String, Long> defects,
        Optional<Damage> damage, CaptureNotes notes, Optional<OpenedFile> opened) {

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
