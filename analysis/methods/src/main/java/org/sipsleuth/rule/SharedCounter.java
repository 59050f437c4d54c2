package org.sipsleuth.rule;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Recognises that one program wrote the requests of several sources: it counts its Call-IDs on
/// from one source to the next (`17-1544`, `18-1544`).
final class SharedCounter {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /// The share of steps between sources that count on from which on it is one program.
    private static final double COUNTED_ON = 0.8;

    private static final int FEWEST_STEPS = 5;

    /// Requests that are lost or come in another order leave gaps.
    private static final int LARGEST_STEP = 5;

    /// Of more requests the identifiers are not compared.
    private static final int MOST_READ = 2_000;

    private final TransactionTable table;

    SharedCounter(TransactionTable table) {
        this.table = table;
    }

    /// Whether requests in the order of time are of one program.
    boolean isOfOneProgram(List<HopTransaction> requests) {
        int steps = 0;
        int counted = 0;
        HopTransaction before = null;
        for (HopTransaction each : requests.subList(0, Math.min(MOST_READ, requests.size()))) {
            if (before != null && before.source() != each.source()) {
                steps++;
                counted += countsOn(local(before), local(each)) ? 1 : 0;
            }
            before = each;
        }
        return steps >= FEWEST_STEPS && counted >= COUNTED_ON * steps;
    }

    private String local(HopTransaction each) {
        String callId = table.index().dialogs().callId(each.dialog());
        int at = callId.indexOf('@');
        return at < 0 ? callId : callId.substring(0, at);
    }

    /// Whether two texts differ in one number alone, by a few.
    private static boolean countsOn(String one, String next) {
        if (!NUMBER.matcher(one).replaceAll("#").equals(NUMBER.matcher(next).replaceAll("#"))) {
            return false;
        }
        Matcher before = NUMBER.matcher(one);
        Matcher after = NUMBER.matcher(next);
        int different = 0;
        boolean isNear = true;
        while (before.find() && after.find()) {
            long step = Long.parseLong(after.group()) - Long.parseLong(before.group());
            if (step != 0) {
                different++;
                isNear &= Math.abs(step) <= LARGEST_STEP;
            }
        }
        return different == 1 && isNear;
    }
}
