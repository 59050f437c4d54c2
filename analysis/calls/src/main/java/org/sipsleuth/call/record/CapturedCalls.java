package org.sipsleuth.call.record;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.CallLegs;
import org.sipsleuth.transaction.TransactionTable;

/// The calls of a capture: each once, whatever servers it passes and however often it is tried with
/// other credentials. A caller whom From does not name is the one that the network asserts.
///
/// @param records the calls
/// @param leftOut how many are not among them, and why
public record CapturedCalls(CallRecords records, LeftOut leftOut) {

    /// The name under which callers are listed who are not known.
    public static final String WITHHELD = "withheld";

    private static final long NANOS_IN_MILLI = 1_000_000;
    private static final long NOT_KNOWN = -1;

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
    public static CallRecords of(TransactionTable table, UserNames names, Predicate<Call> isWanted) {
        return counted(table, names, isWanted).records();
    }

    /// Calls between users, and how many are left out.
    ///
    /// @param isWanted which calls are meant
    public static CapturedCalls counted(TransactionTable table, UserNames names, Predicate<Call> isWanted) {
        return new Reader(table, names, false).read(isWanted);
    }

    /// The same with the calls of those who withhold their number, as [#WITHHELD].
    ///
    /// @param isWanted which calls are meant
    public static CapturedCalls withWithheld(TransactionTable table, UserNames names, Predicate<Call> isWanted) {
        return new Reader(table, names, true).read(isWanted);
    }

    /// Reads the calls of a table.
    private record Reader(TransactionTable table, UserNames names, boolean listsWithheld) {

        CapturedCalls read(Predicate<Call> isWanted) {
            CallLegs legs = CallLegs.of(table);
            List<Call> calls = legs.origins().stream().filter(isWanted).toList();
            AssertedCallers asserted = AssertedCallers.of(table, unnamed(calls, legs));
            CallRecords.Builder records = new CallRecords.Builder();
            LeftOut.Counter leftOut = new LeftOut.Counter();
            for (Call call : calls) {
                String from = table.user(call.caller());
                String caller = caller(from, asserted.user(legs.dialogs(call.first().dialog())));
                String callee = names.of(table.user(call.callee()));
                if (caller.isEmpty() || callee.isEmpty()) {
                    leftOut.add(caller.isEmpty() ? UserNames.kindOf(from) : UserNames.Kind.USER,
                            UserNames.kindOf(table.user(call.callee())));
                    continue;
                }
                records.add(caller, callee, call.atNanos(), call.isAnswered(),
                        isTalkKnown(call) ? table.talkNanos(call) / NANOS_IN_MILLI : NOT_KNOWN, call.first().dialog());
            }
            return new CapturedCalls(records.build(), leftOut.sum());
        }

        /// Nobody knows how long was talked where a text log states no times.
        private boolean isTalkKnown(Call call) {
            return call.isTalkKnown() && table.index().dialogs().isTimed(call.first().dialog());
        }

        private Set<Integer> unnamed(List<Call> calls, CallLegs legs) {
            return calls.stream()
                    .filter(call -> isUnnamed(table.user(call.caller())))
                    .flatMap(call -> legs.dialogs(call.first().dialog()).stream())
                    .collect(Collectors.toSet());
        }

        private static boolean isUnnamed(String from) {
            UserNames.Kind kind = UserNames.kindOf(from);
            return kind == UserNames.Kind.WITHHELD || kind == UserNames.Kind.NOBODY;
        }

        private String caller(String from, String asserted) {
            String named = names.of(isUnnamed(from) ? asserted : from);
            return named.isEmpty() && listsWithheld && UserNames.kindOf(from) == UserNames.Kind.WITHHELD ? WITHHELD
                    : named;
        }
    }
}
