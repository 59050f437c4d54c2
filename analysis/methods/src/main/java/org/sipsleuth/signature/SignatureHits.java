package org.sipsleuth.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Which messages of captures have which signatures.
///
/// @param hits in the order of the messages
/// @param messages how many messages were scanned
public record SignatureHits(List<Hit> hits, int messages) {

    /// A message that has a signature.
    ///
    /// @param message its row in the message table
    /// @param sum at least the threshold
    public record Hit(int message, Signature signature, long sum) {}

    private static final int MESSAGES_BETWEEN_CHECKS = 1 << 12;

    /// Copies the list.
    public SignatureHits {
        hits = List.copyOf(hits);
    }

    /// Scans all messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static SignatureHits of(List<Signature> signatures, SipIndex index, RunMonitor monitor) {
        SignatureScanner scanner = new SignatureScanner(signatures);
        List<Hit> hits = new ArrayList<>();
        int size = index.messages().size();
        for (int message = 0; message < size; message++) {
            if (message % MESSAGES_BETWEEN_CHECKS == 0) {
                monitor.throwIfCancelled();
            }
            long[] sums = scanner.sums(index.bytes(message));
            for (int i = 0; i < sums.length; i++) {
                if (sums[i] >= signatures.get(i).threshold()) {
                    hits.add(new Hit(message, signatures.get(i), sums[i]));
                }
            }
        }
        return new SignatureHits(hits, size);
    }

    /// The hits of some of the messages.
    public SignatureHits among(IntPredicate wanted) {
        return new SignatureHits(hits.stream().filter(hit -> wanted.test(hit.message())).toList(), messages);
    }

    /// How many messages have this one.
    public long count(Signature signature) {
        return hits.stream().filter(hit -> hit.signature().equals(signature)).count();
    }
}
