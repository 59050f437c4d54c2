package org.sipsleuth.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.file.CaptureCompanion;
import org.sipsleuth.media.MediaStream;

/// What an export wrote.
///
/// @param file the file
/// @param bytes its size
/// @param sha256 its SHA-256, in lower-case hexadecimal
/// @param frames how many frames
/// @param messages how many of the chosen messages
/// @param others messages that came along, because a frame or a TLS connection carries them too
/// @param streams the media streams; empty where none were wanted
/// @param secrets TLS secrets that the file carries
/// @param lost what the file format cannot hold, in words
/// @param origin the origin of the frames, in words; empty for an anonymised copy
public record Exported(Path file, long bytes, String sha256, long frames, long messages, long others,
        List<MediaStream> streams, int secrets, List<String> lost, List<String> origin) {
    public Exported {
        streams = List.copyOf(streams);
        lost = List.copyOf(lost);
        origin = List.copyOf(origin);
    }

    /// The provenance file beside a pcap file; none beside pcapng, which names its origin itself,
    /// nor of a capture that went to a stream.
    public Optional<Path> provenance() {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".pcap") || name.endsWith(".cap")
                ? Optional.of(CaptureCompanion.beside(file, CaptureCompanion.PROVENANCE))
                : Optional.empty();
    }
}
