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
/// @param isPcapng whether it is written as pcapng, not as pcap
/// @param provenance the provenance file of a pcap file
public record ExportOutput(OutputFile capture, boolean isPcapng, Optional<OutputFile> provenance) implements Closeable {

    /// The files for a capture of this name.
    ///
    /// @throws ExportException if the name does not end as captures do
    /// @throws IOException if one of them cannot or must not be written
    public static ExportOutput at(Path target, OutputRules rules) throws IOException {
        OutputFile capture = OutputFile.at(target, rules);
        boolean isPcapng = CaptureExport.isPcapng(target);
        return new ExportOutput(capture, isPcapng, isPcapng ? Optional.empty()
                : Optional.of(OutputFile.companion(target, CaptureCompanion.PROVENANCE, rules)));
    }

    /// A capture that goes to a stream. There is no place beside it for a provenance file.
    public static ExportOutput to(OutputFile stream, boolean isPcapng) {
        return new ExportOutput(stream, isPcapng, Optional.empty());
    }

    /// The files that an index was read from: never to be written.
    public static List<Path> inputs(SipIndex index, ReadOptions options) {
        return Stream.concat(index.captures().stream().map(CaptureFile::path), options.keyLogs().stream()).toList();
    }

    /// What a file may replace that is saved while captures are open, once a dialog has asked: any
    /// other file, but none of theirs.
    public static OutputRules confirmed(SipIndex open) {
        return OutputRules.CONFIRMED.with(inputs(open, ReadOptions.NONE));
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
