package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.transaction.HopTransaction;

/// What the answers to requests for many users reveal: who exists, and who does not. Where all are
/// answered alike, nobody is revealed.
final class UserAnswers {

    private static final byte MISSING = 1;
    private static final byte EXISTS = 2;

    private final int[] users;
    private final byte[] verdicts;
    private final boolean showsMissing;

    /// @param span requests of a method, each for a user
    UserAnswers(List<HopTransaction> span, String method) {
        users = Counts.of(each -> Probes.user(each, method), span).all().toArray();
        verdicts = new byte[users.length];
        for (HopTransaction each : span) {
            int place = Arrays.binarySearch(users, Probes.user(each, method));
            verdicts[place] |= verdict(each);
        }
        showsMissing = missing().findAny().isPresent();
    }

    private static byte verdict(HopTransaction each) {
        boolean rings = each.provisional() > 100;
        return switch (each.status()) {
            case 404, 410, 484, 604 -> MISSING;
            case 200, 202, 401, 403, 407, 423, 480, 486, 487, 488, 600, 603 -> EXISTS;
            default -> rings ? EXISTS : 0;
        };
    }

    /// All users that were tried, in order.
    int[] tried() {
        return users;
    }

    /// Those that do not exist.
    IntStream missing() {
        return IntStream.range(0, users.length)
                .filter(place -> (verdicts[place] & MISSING) != 0)
                .map(place -> users[place]);
    }

    /// Those that exist, as far as the answers differ.
    IntStream revealed() {
        return IntStream.range(0, users.length)
                .filter(place -> showsMissing && verdicts[place] == EXISTS)
                .map(place -> users[place]);
    }

    /// Whether a request is for a user that it reveals.
    boolean isRevealed(int user) {
        int place = Arrays.binarySearch(users, user);
        return showsMissing && place >= 0 && verdicts[place] == EXISTS;
    }

    /// Whether any answer says that a user does not exist.
    boolean showsMissing() {
        return showsMissing;
    }

    /// The share of users that do not exist.
    double shareMissing() {
        return users.length == 0 ? 0 : (double) missing().count() / users.length;
    }
}
