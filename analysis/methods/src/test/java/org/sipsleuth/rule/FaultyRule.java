package org.sipsleuth.rule;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.Continuations;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// A rule that fails at one of its calls to the traffic, for tests. What it has
/// marked before stays marked unless somebody undoes it.
final class FaultyRule implements SessionRule {

    private final SessionRule rule;

    /// By the number of the call, from 1.
    private final IntPredicate fails;

    private int calls;

    FaultyRule(SessionRule rule, IntPredicate fails) {
        this.rule = rule;
        this.fails = fails;
    }

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public Set<IncidentKind> kinds() {
        return rule.kinds();
    }

    @Override
    public List<Setting> settings() {
        return rule.settings();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        return rule.apply(new Counted(traffic));
    }

    private Traffic counted(Traffic traffic) {
        if (fails.test(++calls)) {
            throw new IllegalStateException("a seeded fault at call " + calls);
        }
        return traffic;
    }

    private final class Counted implements Traffic {

        private final Traffic its;

        Counted(Traffic its) {
            this.its = its;
        }

        @Override
        public TransactionTable table() {
            return counted(its).table();
        }

        @Override
        public HostRoles roles() {
            return counted(its).roles();
        }

        @Override
        public Settings settings() {
            return counted(its).settings();
        }

        @Override
        public Origin origin() {
            return counted(its).origin();
        }

        @Override
        public RunMonitor monitor() {
            return counted(its).monitor();
        }

        @Override
        public List<HopTransaction> open() {
            return counted(its).open();
        }

        @Override
        public List<Call> openCalls() {
            return counted(its).openCalls();
        }

        @Override
        public Continuations continuations() {
            return counted(its).continuations();
        }

        @Override
        public BitSet outsiders() {
            return counted(its).outsiders();
        }

        @Override
        public Groups byDialog() {
            return counted(its).byDialog();
        }

        @Override
        public boolean isExplained(HopTransaction transaction) {
            return counted(its).isExplained(transaction);
        }

        @Override
        public int explainedCount() {
            return counted(its).explainedCount();
        }

        @Override
        public Optional<IncidentKind> explanation(HopTransaction transaction) {
            return counted(its).explanation(transaction);
        }

        @Override
        public void guessed(GuessedPassword password) {
            counted(its).guessed(password);
        }

        @Override
        public List<GuessedPassword> guessed() {
            return counted(its).guessed();
        }

        @Override
        public DialledNumbers numbers() {
            return counted(its).numbers();
        }

        @Override
        public void explain(Collection<HopTransaction> transactions, IncidentKind kind) {
            counted(its).explain(transactions, kind);
        }
    }
}
