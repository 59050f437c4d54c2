package org.sipsleuth.call.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.run.RunMonitor;

/// Calls, minutes and cost of each account by destination range. Immutable.
///
/// Rows and accounts are in the order of cost, then minutes, then calls, each from the highest,
/// then of names; what has no rate counts as free there. Call records do not keep how long a call
/// rang, so simultaneous calls are found as though each was answered when it began.
///
/// @param rows one for each account and range; no more than [#MOST]
/// @param accounts one for each user who called; no more than [#MOST]
/// @param sums of all calls, those of rows that were left out too
/// @param rowsLeftOut how many rows there are beyond the last
/// @param accountsLeftOut how many accounts there are beyond the last
public record Ledger(List<LedgerRow> rows, List<LedgerAccount> accounts, LedgerSums sums, int rowsLeftOut,
        int accountsLeftOut) {

    /// More rows or accounts are counted, not kept.
    public static final int MOST = 100_000;

    /// So many calls an account made before a range can be new for it.
    public static final int FEWEST_EARLIER_CALLS = 5;

    /// On so many earlier days, in UTC.
    public static final int FEWEST_EARLIER_DAYS = 2;

    /// Copies the lists.
    public Ledger {
        rows = List.copyOf(rows);
        accounts = List.copyOf(accounts);
    }

    /// That of some calls. Earlier calls of the records decide which ranges are new.
    ///
    /// Cost: linear in the calls, and a look-up for each number that was called.
    ///
    /// @param numbers where a number of the public network leads
    /// @param from the first call
    /// @param to the call behind the last
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Ledger of(CallRecords records, Function<String, Destination> numbers, int from, int to,
            RunMonitor monitor) {
        return of(records, numbers, from, to, MOST, monitor);
    }

    /// @param most rows and accounts
    static Ledger of(CallRecords records, Function<String, Destination> numbers, int from, int to, int most,
            RunMonitor monitor) {
        Objects.checkFromToIndex(from, to, records.size());
        Leading<LedgerRow> rows =
                new Leading<>(order(LedgerRow::sums, LedgerRow::name).thenComparing(LedgerRow::range), most);
        Leading<LedgerAccount> accounts = new Leading<>(order(LedgerAccount::sums, LedgerAccount::name), most);
        AccountReader reader = new AccountReader(records, numbers, from, to, monitor);
        LedgerSums sums = LedgerSums.NONE;
        int allRows = 0;
        int allAccounts = 0;
        for (int user = 0; user < records.users().size(); user++) {
            LedgerAccount account = reader.read(user, rows::add);
            if (account.sums().calls() > 0) {
                accounts.add(account);
                sums = sums.plus(account.sums());
                allAccounts++;
                allRows += account.ranges();
            }
        }
        return new Ledger(rows.inOrder(), accounts.inOrder(), sums, Math.max(0, allRows - most),
                Math.max(0, allAccounts - most));
    }

    private static <T> Comparator<T> order(Function<T, LedgerSums> sums, Function<T, String> name) {
        return Comparator
                .comparing(sums,
                        Comparator.comparingDouble(LedgerSums::ratedCost)
                                .thenComparingLong(LedgerSums::talkMillis)
                                .thenComparingInt(LedgerSums::calls)
                                .reversed())
                .thenComparing(name);
    }
}
