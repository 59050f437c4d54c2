package org.sipsleuth.call.record;

import java.util.function.Predicate;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.CallLegs;
import org.sipsleuth.transaction.TransactionTable;

/// The calls of a capture: each once, whatever servers it passes and however often it is tried with
/// other credentials.
public final class CapturedCalls {

    private static final long NANOS_IN_MILLI = 1_000_000;

    private CapturedCalls() {}

    /// Calls between users; those without a caller or a callee that is one are left out.
    ///
    /// A call without a captured BYE lasts until the end of its coverage.
    ///
    /// @param names who is a user
    public static CallRecords of(TransactionTable table, UserNames names) {
        return of(table, names, _ -> true);
    }

    /// The same, of some calls only.
    ///
    /// @param isWanted which
    public static CallRecords of(
            TransactionTable table, UserNames names, Predicate<Call> isWanted) {
        CallRecords.Builder records = new CallRecords.Builder();
        for (Call call : CallLegs.of(table).origins()) {
            String caller = names.of(table.user(call.caller()));
            String callee = names.of(table.user(call.callee()));
            if (!caller.isEmpty() && !callee.isEmpty() && isWanted.test(call)) {
                records.add(
                        caller,
                        callee,
                        call.atNanos(),
                        call.isAnswered(),
                        table.talkNanos(call) / NANOS_IN_MILLI,
                        call.first().dialog());
            }
        }
        return records.build();
    }
}
