package org.sipsleuth.export.anonymize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.ExportFile;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.Exported;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Writes a copy of chosen messages that names nobody into a pcap file of its own.
public final class AnonymizedExport {

    private static final String STAGE = "Writing an anonymised copy";
    private static final int MESSAGES_A_STEP = 1 << 10;

    private AnonymizedExport() {}

    /// Whether an anonymised copy can be written into a file of this name.
    ///
    /// @throws ExportException if the name does not end with `.pcap` or `.cap`
    public static void check(Path file) throws ExportException {
        if (CaptureExport.isPcapng(file)) {
            throw new ExportException(
                    "An anonymised copy is a pcap file, which holds nothing beside its frames."
                            + " The name must end with .pcap.");
        }
    }

    /// Writes a copy, in the place of a file that may be there, but never of an input.
    ///
    /// @throws ExportException if it is refused: another ending of the name, or media is wanted
    /// @throws IOException if an input cannot be read, or the file cannot be written
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; nothing
    ///     was written then
    public static Exported write(
            SipIndex index,
            ExportRequest request,
            AnonymizationKey key,
            Path file,
            RunMonitor monitor)
            throws IOException {
        Path target = file.toAbsolutePath();
        check(target);
        if (request.hasMedia()) {
            throw new ExportException("An anonymised copy has no media. Leave it out.");
        }
        return ExportFile.write(
                index,
                request,
                target,
                monitor,
                beside -> copy(index, request.messages(), key, beside, target, monitor));
    }

    private static Exported copy(
            SipIndex index,
            BitSet chosen,
            AnonymizationKey key,
            Path beside,
            Path target,
            RunMonitor monitor)
            throws IOException {
        long[] frames = {0};
        try (PcapOutput out = new PcapOutput(beside, Link.ETHERNET.number())) {
            AnonymizedCopy copy =
                    new AnonymizedCopy(
                            key,
                            false,
                            (at, bytes, from, length, _) -> {
                                out.append(at, bytes, from, length, length);
                                frames[0]++;
                            });
            add(index, chosen, copy, monitor);
            String sha256 = out.finish();
            AnonymizedFacts facts = copy.facts();
            return new Exported(
                    target,
                    out.bytes(),
                    sha256,
                    frames[0],
                    facts.messages(),
                    0,
                    List.of(),
                    0,
                    told(facts));
        }
    }

    private static void add(
            SipIndex index, BitSet chosen, AnonymizedCopy copy, RunMonitor monitor) {
        MessageTable messages = index.messages();
        int total = chosen.cardinality();
        int done = 0;
        for (int message = chosen.nextSetBit(0);
                message >= 0;
                message = chosen.nextSetBit(message + 1)) {
            if (done++ % MESSAGES_A_STEP == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(STAGE, done, total));
            }
            copy.message(
                    messages.capturedAtNanos(message),
                    messages.endpoint(messages.source(message)),
                    messages.endpoint(messages.destination(message)),
                    messages.transport(message),
                    index.bytes(message));
        }
    }

    /// What is other than it was, in words.
    private static List<String> told(AnonymizedFacts facts) {
        List<String> told = new ArrayList<>();
        tell(facts.leftOut(), "left out, %s", told);
        tell(facts.carriedElsewise(), "no longer over %s", told);
        tell(facts.filledBodies(), "with filler for a body of %s", told);
        return told;
    }

    private static void tell(Map<String, Long> counts, String words, List<String> told) {
        AnonymizedFacts.inOrder(counts)
                .forEach((what, count) -> told.add(count + " " + words.formatted(what)));
    }
}
