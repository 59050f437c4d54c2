package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.RoleCorrections;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.TransactionTable;

/// Runs all session rules over a capture, in order.
public final class RuleDetector implements Detector {

    /// In the order in which they explain transactions.
    static final List<SessionRule> RULES =
            List.of(new MalformedMessages(), new Floods(), new HostScan(), new RemoteControl(), new MessageSpam(), // before: its users are no extensions
                    new VoicemailProbing(), new DialPlanProbing(), // before: the numbers are no extensions
                    new ExtensionEnumeration(), new PasswordGuessing(), new AccountTakeover(), new TollFraud(),
                    new FirewallPinhole(), new Spit(), new SessionTeardown(), new RegistrationHijack(),
                    new CallHijack(), new MediaRedirect(), new RogueChallenge(), new ResponseFlood(), new KnownTools()); // last: what nothing else explains

    private final List<SessionRule> rules;
    private final Settings settings;
    private final RateTable rates;
    private final ModelIdentity model;
    private final RoleCorrections corrections;

    RuleDetector(Settings settings, RateTable rates, ModelIdentity model, RoleCorrections corrections) {
        this(RULES, settings, rates, model, corrections);
    }

    private RuleDetector(List<SessionRule> rules, Settings settings, RateTable rates, ModelIdentity model,
            RoleCorrections corrections) {
        this.rules = List.copyOf(rules);
        this.settings = settings;
        this.rates = rates;
        this.model = model;
        this.corrections = corrections;
    }

    /// The same with other rules.
    RuleDetector with(List<SessionRule> others) {
        return new RuleDetector(others, settings, rates, model, corrections);
    }

    @Override
    public String name() {
        return RuleMethod.NAME;
    }

    @Override
    public ModelIdentity model() {
        return model;
    }

    /// Where dialled numbers lead, by the home region and the rates of the rules.
    public DialledNumbers numbers() {
        return new DialledNumbers(settings, rates);
    }

    @Override
    public Turn turn() {
        return Turn.FIRST;
    }

    @Override
    public RuleDetection detect(SipIndex index, RunMonitor monitor) {
        TransactionTable table = TransactionTable.of(index, monitor);
        HostRoles roles = HostRoles.shared(table, corrections);
        RuleAnswers answers =
                RuleAnswers.shared(roles, new RuleAnswers.Question(rules, settings, rates, model), monitor);
        AllowedHosts allowed = new AllowedHosts(roles);
        List<Finding> findings = new ArrayList<>();
        for (RuleAnswers.Answer each : answers.answers()) {
            monitor.throwIfCancelled(); // somebody else may have asked the rules
            each.findings().stream().map(allowed::apply).forEach(findings::add);
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return new RuleDetection(roles, new Origin(RuleMethod.NAME, model), findings, Optional.of(answers));
    }

    /// Only the roles: what the fields of the method need.
    @Override
    public RuleDetection score(SipIndex index, RunMonitor monitor) {
        HostRoles roles = HostRoles.shared(TransactionTable.of(index, monitor), corrections);
        return new RuleDetection(roles, new Origin(RuleMethod.NAME, model), List.of(), Optional.empty());
    }
}
