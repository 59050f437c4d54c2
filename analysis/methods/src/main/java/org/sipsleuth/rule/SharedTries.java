package org.sipsleuth.rule;

import java.util.List;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Requests of several sources for users of one server, which may be one enumeration.
final class SharedTries {

    private static final int FEWEST_SOURCES = 3;

    /// None of the sources that share users evenly tries more than this share.
    private static final double LARGEST_SHARE = 0.5;

    /// The share of users that do not exist from which on nobody calls them by mistake.
    private static final double MISSING = 0.5;

    /// The share of steps to one of the next numbers from which on users are tried in their order.
    private static final double UPWARD = 0.5;

    private static final int NEXT_NUMBERS = 3;
    private static final int FEWEST_STEPS = 5;
    private static final int LONGEST_NUMBER = 9;

    /// The share of answers that have the same code where all are answered alike.
    private static final double ONE_CODE = 0.9;

    /// A user is tried by one source, for the most part.
    private static final double TRIED_AGAIN = 1.3;

    private final List<HopTransaction> span;
    private final String method;
    private final TransactionTable table;
    private final Counts sources;
    private final UserAnswers answers;

    SharedTries(List<HopTransaction> span, String method, TransactionTable table) {
        this.span = span;
        this.method = method;
        this.table = table;
        this.sources = Counts.of(HopTransaction::source, span);
        this.answers = new UserAnswers(span, method);
    }

    /// What the answers reveal.
    UserAnswers answers() {
        return answers;
    }

    /// Whether they are one enumeration.
    ///
    /// @param fewest so many users at least
    /// @param isEven whether all sources must have a part in it, and each users of its own
    boolean isEnumeration(int fewest, boolean isEven) {
        return sources.size() >= FEWEST_SOURCES && answers.tried().length >= fewest && !areTalked()
                && (answers.shareMissing() >= MISSING || upward() >= UPWARD) && (!isEven || isEvenlyShared());
    }

    /// Whether they are calls: most were answered and acknowledged, or nobody is unknown and the
    /// answers differ. Who enumerates does not talk; who is answered alike gets one code.
    private boolean areTalked() {
        if (!method.equals("INVITE")) {
            return false;
        }
        long talked = span.stream().filter(each -> each.isAccepted() && each.isAcknowledged()).count();
        return 2 * talked > span.size() || (talked > 0 && !answers.showsMissing() && hasSeveralCodes());
    }

    private boolean hasSeveralCodes() {
        List<HopTransaction> answered = span.stream().filter(HopTransaction::isAnswered).toList();
        return Counts.of(HopTransaction::status, answered).highest() <= ONE_CODE * answered.size();
    }

    private boolean isEvenlyShared() {
        return sources.highest() <= LARGEST_SHARE * span.size() && pairs() <= TRIED_AGAIN * answers.tried().length;
    }

    /// How many different pairs of a source and a user there are.
    private long pairs() {
        return span.stream()
                .mapToLong(each -> (long) each.source() << Integer.SIZE | Probes.user(each, method))
                .sorted()
                .distinct()
                .count();
    }

    /// The share of steps from one user to the next, in the order of time, that go up to one of the
    /// next three numbers.
    double upward() {
        long before = -1;
        int steps = 0;
        int up = 0;
        for (HopTransaction each : span) {
            long number = number(table.user(Probes.user(each, method)));
            if (number < 0) {
                continue;
            }
            if (before >= 0) {
                steps++;
                up += number > before && number - before <= NEXT_NUMBERS ? 1 : 0;
            }
            before = number;
        }
        return steps < FEWEST_STEPS ? 0 : (double) up / steps;
    }

    private static long number(String user) {
        boolean isNumber =
                !user.isEmpty() && user.length() <= LONGEST_NUMBER && user.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(user) : -1;
    }
}
