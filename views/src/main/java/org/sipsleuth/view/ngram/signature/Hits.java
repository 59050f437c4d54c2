package org.sipsleuth.view.ngram.signature;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.signature.Signature;
import org.sipsleuth.signature.SignatureScanner;

/// Which messages a signature matches.
///
/// @param sets the messages that were scanned
/// @param anomalous how many of those that it is for
/// @param others the numbers of those that it must not match
record Hits(MessageSets sets, int anomalous, List<Integer> others) {

    Hits {
        others = List.copyOf(others);
    }

    /// Scans the messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Hits of(Signature signature, MessageSets sets, RunMonitor monitor) {
        SignatureScanner scanner = new SignatureScanner(List.of(signature));
        List<Integer> found = scan(scanner, sets, sets.anomalous(), monitor);
        return new Hits(sets, found.size(), scan(scanner, sets, sets.others(), monitor));
    }

    private static List<Integer> scan(SignatureScanner scanner, MessageSets sets, List<Integer> messages,
            RunMonitor monitor) {
        List<Integer> found = new ArrayList<>();
        for (int message : messages) {
            monitor.throwIfCancelled();
            if (scanner.matches(sets.index().bytes(message)).length > 0) {
                found.add(message);
            }
        }
        return found;
    }
}
