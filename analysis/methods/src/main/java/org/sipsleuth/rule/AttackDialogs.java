package org.sipsleuth.rule;

import java.util.BitSet;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;

/// The dialogs that attackers began, whatever addresses they wrote, by the session rules with the
/// thresholds that they come with. Nobody of the place suffers from what fails in them. Immutable.
public final class AttackDialogs {

    private final RuleAnswers answers; // others who ask meanwhile get the same
    private final BitSet dialogs = new BitSet();

    private AttackDialogs(RuleAnswers answers, SipIndex index) {
        this.answers = answers;
        for (RuleAnswers.Answer answer : answers.answers()) {
            for (Finding finding : answer.findings()) {
                if (finding.observation().filter(AttackDialogs::isAttack).isPresent()) {
                    add(finding, index);
                }
            }
        }
    }

    /// Asks the rules, unless somebody has done so. Cost: that of the rules.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static AttackDialogs of(HostRoles roles, RunMonitor monitor) {
        return new AttackDialogs(RuleAnswers.shared(roles, RuleAnswers.Question.usual(), monitor),
                roles.table().index());
    }

    /// Whether an attacker began it.
    public boolean contains(int dialog) {
        return dialogs.get(dialog);
    }

    private static boolean isAttack(Observation observation) {
        return !observation.isHarmless() && !observation.isMinor() && isBegun(observation.kind());
    }

    /// Whether attacks of a kind begin dialogs; the others meddle with those of users.
    private static boolean isBegun(IncidentKind kind) {
        return switch (kind.group()) {
            case SCAN, ENUMERATE, GUESS, USE, FLOOD, SPIT, MALFORMED -> true;
            case HIJACK, OTHER -> false;
        };
    }

    private void add(Finding finding, SipIndex index) {
        MessageTable messages = index.messages();
        for (int message : finding.evidence().messages(index)) {
            int dialog = messages.dialog(message);
            if (answers.isExplained(message) && !dialogs.get(dialog)) {
                int begin = index.dialogs().firstMessage(dialog);
                boolean isSame = messages.endpoint(messages.source(begin))
                        .host()
                        .equals(messages.endpoint(messages.source(message)).host());
                dialogs.set(dialog, isSame);
            }
        }
    }
}
