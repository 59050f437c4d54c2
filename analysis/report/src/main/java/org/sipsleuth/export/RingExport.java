package org.sipsleuth.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.sipsleuth.file.CaptureCompanion;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.live.Ring;

/// Writes all that the ring of a live capture holds into one pcap file, with a provenance file
/// beside it.
public final class RingExport {

    private final OutputFile capture;
    private final OutputFile provenance;

    private RingExport(OutputFile capture, OutputFile provenance) {
        this.capture = capture;
        this.provenance = provenance;
    }

    /// An export into a file of this name; nothing is written yet.
    ///
    /// @throws IOException if one of the files cannot or must not be written
    public static RingExport at(Path target, OutputRules rules) throws IOException {
        return new RingExport(OutputFile.at(target, rules),
                OutputFile.companion(target, CaptureCompanion.PROVENANCE, rules));
    }

    /// An export that goes to a stream, without a provenance file.
    public static RingExport to(OutputFile stream) {
        return new RingExport(stream, OutputFile.discarded());
    }

    /// Writes both files, or neither.
    public void write(Ring ring) throws IOException {
        try (capture; provenance) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out = new DigestOutputStream(capture.stream(), digest);
            long bytes = ring.writeTo(Channels.newChannel(out));
            Path name = Objects.requireNonNull(capture.target().getFileName());
            ProvenanceFile.write(name.toString(), HexFormat.of().formatHex(digest.digest()), bytes,
                    List.of("Captured live by SipSleuth."), provenance.stream());
            OutputFile.commit(List.of(capture, provenance));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
