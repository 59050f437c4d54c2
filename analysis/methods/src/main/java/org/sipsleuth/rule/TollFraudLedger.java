package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;
import static org.sipsleuth.rule.Observed.evidenceOf;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.measured;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.row;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.sipsleuth.call.ledger.CallPeak;
import org.sipsleuth.call.ledger.DestinationRange;
import org.sipsleuth.call.ledger.Ledger;
import org.sipsleuth.call.ledger.LedgerAccount;
import org.sipsleuth.call.ledger.LedgerRow;
import org.sipsleuth.call.ledger.LedgerSums;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The ledger of the accounts that toll fraud is made with: calls, minutes and cost by destination
/// range, and the ranges that are new for the account.
final class TollFraudLedger {

    private static final int MOST_ROWS = 12;
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final Ledger ledger;
    private final CallRecords records;
    private final List<Call> calls;

    /// @param traffic all calls; those the accounts made before the fraud tell what is new for them
    /// @param calls the fraudulent ones, in the order of time
    /// @param account the account of a call, as a number of the table
    /// @param numbers where a number leads
    TollFraudLedger(Traffic traffic, List<Call> calls, ToIntFunction<Call> account,
            Function<String, Destination> numbers) {
        this.calls = calls;
        TransactionTable table = traffic.table();
        Set<Integer> accounts = new HashSet<>();
        CallRecords.Builder builder = new CallRecords.Builder();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            accounts.add(account.applyAsInt(call));
            add(builder, table, call, account, i);
        }
        long from = calls.getFirst().atNanos();
        for (Call earlier : table.calls()) {
            if (earlier.atNanos() < from && accounts.contains(account.applyAsInt(earlier))) {
                add(builder, table, earlier, account, -1);
            }
        }
        records = builder.build();
        ledger = Ledger.of(records, numbers, records.firstAt(from), records.size(), traffic.monitor());
    }

    private static void add(CallRecords.Builder builder, TransactionTable table, Call call, ToIntFunction<Call> account,
            int origin) {
        builder.add(table.user(account.applyAsInt(call)), table.user(call.callee()), call.atNanos(), call.isAnswered(),
                table.talkNanos(call) / NANOS_IN_MILLI, origin);
    }

    /// What the calls cost; empty where none of them has a rate.
    OptionalDouble cost() {
        LedgerSums sums = ledger.sums();
        return sums.answered() == sums.unrated() ? OptionalDouble.empty() : OptionalDouble.of(sums.ratedCost());
    }

    /// How many answered calls have a rate.
    int rated() {
        return ledger.sums().answered() - ledger.sums().unrated();
    }

    /// A line for each account and range, the dearest first, with the INVITEs of its calls.
    void addTo(Rationale.Builder lines) {
        lines.section(TEXTS.sentence("toll.ledger", count(ledger.accounts().size())));
        for (LedgerRow row : ledger.rows().stream().limit(MOST_ROWS).toList()) {
            lines.cited(TEXTS.sentence("toll.ledger.row", Names.cut(row.name()), range(row.range())),
                    row(sums(row.sums()), TEXTS.sentence("toll.ledger.new", count(row.isNew() ? 1 : 0))),
                    evidenceOf(invites(row)));
        }
        int more = ledger.rows().size() + ledger.rowsLeftOut() - MOST_ROWS;
        if (more > 0) {
            lines.line(none(), TEXTS.sentence("toll.ledger.more", count(more)));
        }
        ledger.accounts()
                .stream()
                .filter(each -> each.peak().calls() > 1)
                .sorted(Comparator.comparing(LedgerAccount::peak, Comparator.comparingInt(CallPeak::calls).reversed()))
                .limit(MOST_ROWS)
                .forEach(each -> lines.line(Names.cut(each.name()),
                        TEXTS.sentence("toll.ledger.peak", count(each.peak().calls()))));
    }

    private static Sentence sums(LedgerSums sums) {
        return TEXTS.sentence("toll.ledger.sums", count(sums.calls()), count(sums.answered()), measured(sums.minutes()),
                count(sums.answered() == sums.unrated() ? 0 : 1), measured(sums.ratedCost()));
    }

    private static Sentence range(DestinationRange range) {
        return range.kind()
                .map(kind -> TEXTS.sentence("toll.kind." + kind.name().toLowerCase(Locale.ROOT), term(range.prefix()),
                        count(range.country().isEmpty() ? 0 : 1), new Sentence.Country(range.country())))
                .orElseGet(() -> TEXTS.sentence("toll.ledger.internal"));
    }

    private List<HopTransaction> invites(LedgerRow row) {
        List<HopTransaction> invites = new ArrayList<>();
        for (int place = 0; place < row.calls().size(); place++) {
            int origin = records.origin(row.calls().get(place));
            if (origin >= 0) {
                invites.addAll(calls.get(origin).invites());
            }
        }
        return invites;
    }
}
