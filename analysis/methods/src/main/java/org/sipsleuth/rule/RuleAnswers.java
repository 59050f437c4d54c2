package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.SharedValues;
import org.sipsleuth.transaction.TransactionTable;

/// What the session rules answer about a capture, in their order, and which requests they explain.
/// Immutable.
public final class RuleAnswers {

    private static final SharedValues<TransactionTable, RuleAnswers> SHARED = new SharedValues<>();

    private final HostRoles roles;
    private final Question question;
    private final List<Answer> answers;
    private final BitSet explained;

    /// What the rules are asked with.
    ///
    /// @param rates the user's own
    record Question(List<SessionRule> rules, Settings settings, RateTable rates, ModelIdentity model) {

        /// With the thresholds that the rules come with.
        static Question usual() {
            RuleMethod method = new RuleMethod();
            try {
                return new Question(RuleDetector.RULES, Settings.of(method.settings(), Map.of()), RateTable.NONE,
                        method.shipped().identity());
            } catch (SettingException impossible) {
                throw new IllegalStateException(impossible); // none was given
            }
        }

        /// A model says which settings and rates it has.
        private boolean isLike(Question other) {
            return rules.equals(other.rules) && model.equals(other.model);
        }
    }

    /// What one rule answers.
    record Answer(SessionRule rule, Contained<List<Finding>> run) {

        List<Finding> findings() {
            return run.answer().orElse(List.of());
        }
    }

    private RuleAnswers(HostRoles roles, Question question, RunMonitor monitor) {
        this.roles = roles;
        this.question = question;
        CaptureTraffic traffic = new CaptureTraffic(roles, question.settings(), question.rates(),
                new Origin(RuleMethod.NAME, question.model()), monitor);
        List<Answer> all = new ArrayList<>();
        for (SessionRule rule : question.rules()) {
            monitor.throwIfCancelled();
            all.add(new Answer(rule, RuleRun.of(rule, traffic)));
        }
        answers = List.copyOf(all);
        explained = traffic.explained();
    }

    /// Asks the rules; a caller that asks the same while somebody still uses the answers gets those.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static RuleAnswers shared(HostRoles roles, Question question, RunMonitor monitor) {
        return SHARED.of(roles.table(), its -> its.roles.equals(roles) && its.question.isLike(question),
                () -> new RuleAnswers(roles, question, monitor));
    }

    /// In the order of the rules.
    List<Answer> answers() {
        return answers;
    }

    /// The rules that failed, in their order.
    List<Fault> faults() {
        return answers.stream().flatMap(each -> each.run().fault().stream()).toList();
    }

    /// Whether a rule explains a request, by its message.
    boolean isExplained(int message) {
        return explained.get(message);
    }
}
