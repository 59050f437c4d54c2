package org.sipsleuth.report.document;

import static org.sipsleuth.report.document.DocumentTexts.TEXTS;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.dialog.statistics.CallReader;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What became of calls and other dialogs, as the page Dialogs states it: how many went wrong, why,
/// and whom that hit. One thread.
final class Harm {

    /// So many reasons are named.
    private static final int MOST_REASONS = 3;

    private final SipIndex index;
    private final TransactionTable table;
    private final OutcomeReader outcomes;

    Harm(SipIndex index) {
        this.index = index;
        table = TransactionTable.of(index, RunMonitor.NONE);
        outcomes = new OutcomeReader(index);
    }

    /// How many users some dialogs have.
    int users(BitSet dialogs) {
        BitSet users = new BitSet();
        for (HopTransaction each : table.origins()) {
            if (dialogs.get(each.dialog()) && each.fromUser() != HopTransaction.NONE) {
                users.set(each.fromUser());
            }
        }
        return users.cardinality();
    }

    /// Users, calls, and what went wrong: `1 user, 3 calls: 2 refused, 1 dropped`.
    Sentence of(BitSet dialogs) {
        Map<Outcome, Integer> bad = new EnumMap<>(Outcome.class);
        int calls = 0;
        for (int dialog = dialogs.nextSetBit(0); dialog >= 0; dialog = dialogs.nextSetBit(dialog + 1)) {
            DialogOutcome outcome = outcomes.of(dialog);
            calls += outcome.isCall() ? 1 : 0;
            if (outcome.outcome().isBad()) {
                bad.merge(outcome.outcome(), 1, Integer::sum);
            }
        }
        List<Sentence> parts = new ArrayList<>();
        int users = users(dialogs);
        if (users > 0) {
            parts.add(TEXTS.sentence("decisions.users", Sentence.count(users)));
        }
        if (calls > 0) {
            parts.add(TEXTS.sentence("decisions.calls", Sentence.count(calls)));
        }
        bad.forEach((outcome, count) -> parts
                .add(TEXTS.sentence("harm." + outcome.name().toLowerCase(Locale.ROOT), Sentence.count(count))));
        return Sentence.joined(Punctuation.COMMA, parts);
    }

    /// How many of all calls went wrong, and the most frequent reasons.
    Sentence ofCalls() {
        CallReader reader = new CallReader(index);
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            reader.read(dialog);
        }
        CallTotals totals = reader.totals();
        if (totals.calls() == 0) {
            return TEXTS.sentence("brief.calls.none");
        }
        List<Sentence> named = new ArrayList<>();
        totals.failures()
                .stream()
                .limit(MOST_REASONS)
                .forEach(each -> named
                        .add(TEXTS.sentence("harm.reason", Sentence.count(each.count()), Sentence.term(each.text()))));
        if (totals.failures().size() > MOST_REASONS) {
            long others = totals.failures().stream().skip(MOST_REASONS).mapToLong(CallTotals.Failure::count).sum();
            named.add(TEXTS.sentence("harm.more", Sentence.count(others)));
        }
        long bad = totals.failed();
        return bad == 0
                ? TEXTS.sentence("brief.calls.good", Sentence.count(totals.calls()), Sentence.count(totals.answered()))
                : TEXTS.sentence("brief.calls", Sentence.count(totals.calls()), Sentence.count(totals.answered()),
                        Sentence.count(bad), Sentence.joined(Punctuation.COMMA, named));
    }
}
