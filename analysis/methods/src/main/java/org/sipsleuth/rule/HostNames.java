package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Names hosts and users where they may be many.
final class HostNames {

    /// So many actors are named.
    static final int MOST_ACTORS = 50;

    private HostNames() {}

    /// The sources of requests as actors; only their number where they are too many.
    static Actors actors(TransactionTable table, Counts sources, Collection<HopTransaction> requests) {
        List<String> addresses =
                sources.size() > MOST_ACTORS ? List.of() : sources.all().mapToObj(table::host).toList();
        return new Actors(addresses, sources.size(), false, FingerprintText.common(table, requests));
    }

    /// The sources of requests as actors; only their number where they are too many.
    static Actors actors(TransactionTable table, Collection<HopTransaction> requests) {
        return actors(table, Counts.of(HopTransaction::source, requests), requests);
    }

    /// A few hosts, and how many more there are: `192.0.2.1, 192.0.2.2, 192.0.2.3 and 5 more`.
    static Sentence hosts(TransactionTable table, int[] numbers) {
        return Observed.few(Arrays.stream(numbers).mapToObj(table::host).map(Sentence::host).toList());
    }

    /// A few users, and how many more there are.
    static Sentence users(TransactionTable table, int[] numbers) {
        return Observed.few(Arrays.stream(numbers).mapToObj(table::user).map(Sentence::user).toList());
    }
}
