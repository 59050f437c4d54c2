package org.sipsleuth.edge.traffic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.transaction.HopTransaction;

/// Which requests are possible only because an account was guessed.
///
/// A host guesses an account if some of its credentials for it are refused before the first that
/// are accepted. What it does with the account from then on depends on these; so does what others
/// do who begin to use the account later, if yet another host used it before them: its owner.
final class GuessedAccounts {

    private static final int NONE = BorderTraffic.NONE;

    private final Set<Long> refused = new HashSet<>();
    private final Map<Long, Integer> dependsOn = new HashMap<>();
    private final Map<Integer, Integer> guesses = new HashMap<>();
    private final Map<Integer, Integer> owners = new HashMap<>();

    /// The transaction that each depends on, in their order; [BorderTraffic#NONE] for most.
    static int[] of(List<HopTransaction> transactions) {
        GuessedAccounts accounts = new GuessedAccounts();
        int[] found = new int[transactions.size()];
        for (int row = 0; row < found.length; row++) {
            HopTransaction each = transactions.get(row);
            found[row] = each.hasCredentials() ? accounts.guess(row, each) : NONE;
        }
        return found;
    }

    private int guess(int row, HopTransaction request) {
        long use = (long) request.source() << Integer.SIZE | request.credentials();
        Integer known = dependsOn.get(use);
        if (known != null) {
            return known;
        }
        if (request.isChallenged() && !request.isStale()) {
            refused.add(use);
        } else if (request.isAccepted() && refused.contains(use)) {
            guesses.putIfAbsent(request.credentials(), row);
            dependsOn.put(use, row);
        } else if (request.isAccepted()) {
            int guess = guesses.getOrDefault(request.credentials(), NONE);
            int owner = owners.getOrDefault(request.credentials(), request.source());
            int cause = owner == request.source() ? NONE : guess;
            owners.putIfAbsent(request.credentials(), request.source());
            dependsOn.put(use, cause);
            return cause;
        }
        return NONE;
    }
}
