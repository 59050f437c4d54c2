package org.sipsleuth.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// How requests are written, in a few words.
final class FingerprintText {

    private static final double COMMON = 0.2;

    private FingerprintText() {}

    /// The ways in which at least a fifth of some requests are written; none where they differ.
    static List<String> common(TransactionTable table, Collection<HopTransaction> requests) {
        return Counts.of(HopTransaction::fingerprint, requests)
                .atLeast(COMMON * requests.size())
                .filter(number -> number != HopTransaction.NONE)
                .mapToObj(table::fingerprint)
                .map(each -> each.userAgent())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// How many of some requests have the most frequent order of header fields: tools vary names
    /// and identifiers, not that.
    static long mostAlike(TransactionTable table, Collection<HopTransaction> requests) {
        Counts prints = Counts.of(HopTransaction::fingerprint, requests);
        Map<String, Long> orders = new HashMap<>();
        prints.forEach(
                (number, count) -> {
                    if (number != HopTransaction.NONE) {
                        orders.merge(table.fingerprint(number).headerOrder(), (long) count, Long::sum);
                    }
                });
        return orders.values().stream().max(Long::compare).orElse(0L);
    }
}
