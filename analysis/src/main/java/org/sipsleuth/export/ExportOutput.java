package org.sipsleuth.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.file.CaptureCompanion;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;

/// The files that an export writes. A pcapng file names SipSleuth and the origin of its frames
/// itself; a pcap file gets a provenance file beside it. Either all are written or none.
///
/// @param capture the capture
/// @param provenance the provenance file of a pcap file
public record ExportOutput(OutputFile capture, Optional<OutputFile> provenance)
        implements Closeable {

    /// The files for a capture of this name.
    ///
    /// @throws ExportException if the name does not end as captures do
    /// @throws IOException if one of them cannot or must not be written
    public static ExportOutput at(Path target, OutputRules rules) throws IOException {
        OutputFile capture = OutputFile.at(target, rules);
        return new ExportOutput(
                capture,
                CaptureExport.isPcapng(target)
                        ? Optional.empty()
                        : Optional.of(
                                OutputFile.companion(target, CaptureCompanion.PROVENANCE, rules)));
    }

    /// The files that an index was read from: never to be written.
    public static List<Path> inputs(SipIndex index, ReadOptions options) {
        return Stream.concat(
                        index.captures().stream().map(CaptureFile::path),
                        options.keyLogs().stream())
                .toList();
    }

    /// Whether the capture is written as pcapng.
    boolean isPcapng() {
        return provenance.isEmpty();
    }

    /// Puts the files in their places.
    Exported commit(Exported exported) throws IOException {
        List<OutputFile> files = new ArrayList<>(List.of(capture));
        if (provenance.isPresent()) {
            ProvenanceFile.write(exported, provenance.get().stream());
            files.add(provenance.get());
        }
        OutputFile.commit(files);
        return exported;
    }

    @Override
    public void close() throws IOException {
        try (capture) {
            if (provenance.isPresent()) {
                provenance.get().close();
            }
        }
    }
}
