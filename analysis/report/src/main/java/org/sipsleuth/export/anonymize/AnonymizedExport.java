package org.sipsleuth.export.anonymize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.ExportFile;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.Exported;
import org.sipsleuth.export.anonymize.message.Kept;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.run.RunMonitor;

/// Writes an anonymised copy of selected messages and their media into a pcap file of its own.
public final class AnonymizedExport {

    private AnonymizedExport() {}

    /// Looks whether an anonymised copy can be written into a file of this name.
    ///
    /// @param key the file that the key is kept in
    /// @throws ExportException if the name does not end with `.pcap` or `.cap`, or is the key's, or
    ///     the key is there and cannot be used
    public static void check(Path file, Path key) throws ExportException {
        checkFormat(CaptureExport.isPcapng(file));
        checkKey(file, key);
    }

    /// The same with a key of the [KeyFolder].
    ///
    /// @throws ExportException if the name does not end with `.pcap` or `.cap`
    public static void check(Path file) throws ExportException {
        checkFormat(CaptureExport.isPcapng(file));
    }

    /// Looks whether a key can be used.
    ///
    /// @throws ExportException if it is the file that the copy goes to, or is there and cannot be
    ///     used
    public static void checkKey(Path file, Path key) throws ExportException {
        if (file.toAbsolutePath().normalize().equals(key.toAbsolutePath().normalize())) {
            throw new ExportException("The key needs a file of its own.");
        }
        try {
            AnonymizationKey.check(key);
        } catch (IOException unusable) {
            throw new ExportException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static void checkFormat(boolean isPcapng) throws ExportException {
        if (isPcapng) {
            throw new ExportException("An anonymised copy is a pcap file, which holds nothing but its frames."
                    + " The name must end with .pcap.");
        }
    }

    /// Writes a copy.
    ///
    /// @throws ExportException if it is refused: as for another ending of the name
    /// @throws IOException if an input cannot be read, or the file cannot be written
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; nothing
    ///     was written then
    public static Exported write(SipIndex index, ExportRequest request, AnonymizationKey key, ExportOutput output,
            RunMonitor monitor) throws IOException {
        return write(index, request, key, Set.of(), output, monitor);
    }

    /// The same.
    ///
    /// @param kept words of makers that are not replaced
    static Exported write(SipIndex index, ExportRequest request, AnonymizationKey key, Set<Kept> kept,
            ExportOutput output, RunMonitor monitor) throws IOException {
        checkFormat(output.isPcapng());
        return ExportFile.write(index, request, output, monitor, its -> copy(index, request, key, kept, its, monitor));
    }

    private static Exported copy(SipIndex index, ExportRequest request, AnonymizationKey key, Set<Kept> kept,
            ExportOutput output, RunMonitor monitor) throws IOException {
        long[] frames = {0};
        try (PcapOutput out = new PcapOutput(output.capture().channel(), Link.ETHERNET.number())) {
            AnonymizedCopy copy = new AnonymizedCopy(key, kept, (at, bytes, from, length, _) -> {
                out.append(at, bytes, from, length, length);
                frames[0]++;
            });
            List<MediaStream> streams = new CopyFeed(index, request, copy, monitor).run();
            String sha256 = out.finish();
            AnonymizedFacts facts = copy.facts();
            return new Exported(output.capture().target(), out.bytes(), sha256, frames[0], facts.messages(), 0, streams,
                    0, remarks(facts), List.of());
        }
    }

    /// What is other than it was, in words.
    private static List<String> remarks(AnonymizedFacts facts) {
        List<String> remarks = new ArrayList<>();
        addRemarks(facts.leftOut(), "left out, %s", remarks);
        addRemarks(facts.carriedElsewise(), "no longer over %s", remarks);
        addRemarks(facts.filledBodies(), "with filler for a body of %s", remarks);
        return remarks;
    }

    private static void addRemarks(Map<String, Long> counts, String words, List<String> remarks) {
        AnonymizedFacts.inOrder(counts).forEach((what, count) -> remarks.add(count + " " + words.formatted(what)));
    }
}
