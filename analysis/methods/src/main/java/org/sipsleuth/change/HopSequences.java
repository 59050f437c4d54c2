package org.sipsleuth.change;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.TransactionWord;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What is said of a transaction in any capture of a network that sees it, wherever it was taken:
/// its messages on the hop where it began, without the 100 that each hop has of its own (RFC 3261
/// §16.2), and whether a server was asked. What a proxy passed on says nothing further.
final class HopSequences {

    private static final String TRYING = "100";

    private final HopUnits units;
    private final AskedServers servers;

    HopSequences(HopUnits units, AskedServers servers) {
        this.units = units;
        this.servers = servers;
    }

    /// The dialogs that have each sequence, in order, each once.
    Map<String, int[]> dialogs(RunMonitor monitor) {
        TransactionTable table = units.table();
        List<String> words = units.words().stream().map(HopSequences::text).toList();
        Map<String, IntColumn> found = new HashMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            monitor.throwIfCancelled();
            int row = table.transactionOf(units.message(unit));
            String word = words.get(units.word(unit));
            if (row < 0) {
                add(found, word, unit);
                continue;
            }
            HopTransaction hop = table.all().get(row);
            if (!hop.isCopy()) {
                add(found, word + (servers.isAsked(table, hop) ? " → server" : " → UA"), unit);
            }
        }
        Map<String, int[]> dialogs = new TreeMap<>();
        found.forEach((name, some) -> dialogs.put(name, distinct(some)));
        return dialogs;
    }

    private void add(Map<String, IntColumn> found, String name, int unit) {
        found.computeIfAbsent(name, _ -> new IntColumn()).add(units.dialog(unit));
    }

    private static int[] distinct(IntColumn some) {
        int[] all = new int[some.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = some.get(i);
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    /// `INVITE 180 200 ACK`, `OPTIONS (no answer)`; `INVITE 180 …` where the end is not captured.
    private static String text(TransactionWord word) {
        List<String> types = word.types().stream().filter(type -> !type.equals(TRYING)).toList();
        String messages = Stream.concat(Stream.of(word.request()), types.stream()).collect(Collectors.joining(" "));
        return word.isStray() || !word.status().isEmpty() ? messages
                : word.isCut() ? messages + " …"
                : messages + (types.isEmpty() ? " (no answer)" : " (no final response)");
    }
}
