package org.sipsleuth.rule;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.Continuations;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The traffic of a capture as the rules see it, with what they have explained so far. Used by one
/// thread.
interface Traffic {

    /// All transactions.
    TransactionTable table();

    /// What the hosts are.
    HostRoles roles();

    /// The thresholds of all rules.
    Settings settings();

    /// Who states what is found.
    Origin origin();

    /// To be asked where a rule takes long.
    RunMonitor monitor();

    /// The transactions at their hop of origin that no rule has explained, in the order of time.
    List<HopTransaction> open();

    /// The calls of which no rule has explained any INVITE, in the order of time.
    List<Call> openCalls();

    /// Which requests came to something.
    Continuations continuations();

    /// The requests within calls that come from hosts without a part in the set-up, by their
    /// messages.
    BitSet outsiders();

    /// All transactions by their dialog.
    Groups byDialog();

    /// Whether a rule has explained a transaction.
    boolean isExplained(HopTransaction transaction);

    /// How many transactions rules have explained.
    int explainedCount();

    /// What a transaction has been explained by.
    Optional<IncidentKind> explanation(HopTransaction transaction);

    /// Notes that the password of an account was guessed.
    void guessed(GuessedPassword password);

    /// The accounts whose passwords were guessed, in the order in which that was recognised.
    List<GuessedPassword> guessed();

    /// What dialled numbers are.
    DialledNumbers numbers();

    /// Marks what a rule explains; a transaction that is explained already stays so.
    void explain(Collection<HopTransaction> transactions, IncidentKind kind);
}
