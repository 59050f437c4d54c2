package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Numbers ways of writing, so that each fingerprint is read once.
final class WritingStyles {

    private static final int NOT_READ = -1;

    private final TransactionTable table;
    private final Map<WritingStyle, Integer> numbers = new HashMap<>();

    /// By fingerprint plus one; the first one is of requests without any.
    private final int[] read;

    WritingStyles(TransactionTable table) {
        this.table = table;
        this.read = new int[table.fingerprintCount() + 1];
        Arrays.fill(read, NOT_READ);
    }

    /// The number of a request's style, from 0; the same for requests with equal styles.
    int number(HopTransaction request) {
        int fingerprint = Math.max(request.fingerprint(), HopTransaction.NONE) + 1;
        if (read[fingerprint] == NOT_READ) {
            WritingStyle style = WritingStyle.of(request, table);
            read[fingerprint] = numbers.computeIfAbsent(style, _ -> numbers.size());
        }
        return read[fingerprint];
    }
}
