package org.sipsleuth.rule;

import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.RoleCorrections;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Which refused credentials the session rule explains by wrong passwords stored in devices, so that
/// a method that scores traffic names them alike. The thresholds are those that the rules come
/// with. Immutable.
public final class StoredPasswords {

    private final BitSet stored = new BitSet();
    private final BitSet guessed = new BitSet();

    private StoredPasswords(SipIndex index, List<Finding> findings) {
        for (Finding each : findings) {
            BitSet its = each.observation().filter(Observation::isHarmless).isPresent() ? stored : guessed;
            for (int message : each.evidence().messages(index)) {
                its.set(message);
            }
        }
    }

    /// Asks the rules, unless somebody has done so. Cost: that of the rules.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static StoredPasswords of(SipIndex index, RunMonitor monitor) {
        HostRoles roles = HostRoles.shared(TransactionTable.of(index, monitor), RoleCorrections.NONE);
        RuleAnswers answers = RuleAnswers.shared(roles, RuleAnswers.Question.usual(), monitor);
        List<Finding> findings = answers.answers()
                .stream()
                .filter(each -> each.rule() instanceof PasswordGuessing)
                .flatMap(each -> each.findings().stream())
                .toList();
        return new StoredPasswords(index, findings);
    }

    /// Whether they explain refused credentials among some messages, and guessing explains none.
    public boolean explain(int[] messages) {
        boolean isStored = false;
        for (int message : messages) {
            if (guessed.get(message)) {
                return false;
            }
            isStored |= stored.get(message);
        }
        return isStored;
    }
}
