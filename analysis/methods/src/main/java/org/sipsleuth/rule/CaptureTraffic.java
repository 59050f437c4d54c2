package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.Continuations;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The traffic of one capture. What a rule has explained and noted can be undone.
final class CaptureTraffic implements Traffic {

    private final HostRoles roles;
    private final Settings settings;
    private final Origin origin;
    private final RunMonitor monitor;
    private final DialledNumbers numbers;

    /// By the message of the request.
    private final @Nullable IncidentKind[] explained;

    private final List<GuessedPassword> guessed = new ArrayList<>();
    private int explainedCount;

    /// The messages that the present rule has explained.
    private final BitSet ofPresentRule = new BitSet();

    /// How many passwords were known to be guessed before the present rule.
    private int guessedBefore;

    private @Nullable BitSet outsiders;
    private @Nullable Groups byDialog;

    /// Until something is explained.
    private @Nullable List<HopTransaction> open;

    /// Until something is explained.
    private @Nullable List<Call> openCalls;

    /// Without rates of the user's own.
    CaptureTraffic(HostRoles roles, Settings settings, Origin origin, RunMonitor monitor) {
        this(roles, settings, RateTable.NONE, origin, monitor);
    }

    /// @param rates the user's own
    CaptureTraffic(HostRoles roles, Settings settings, RateTable rates, Origin origin, RunMonitor monitor) {
        this.roles = roles;
        this.settings = settings;
        this.numbers = new DialledNumbers(settings, rates);
        this.origin = origin;
        this.monitor = monitor;
        this.explained = new IncidentKind[roles.table().index().messages().size()];
    }

    /// With the thresholds that the rules come with.
    static CaptureTraffic unset(HostRoles roles, RunMonitor monitor) {
        RuleAnswers.Question usual = RuleAnswers.Question.usual();
        return new CaptureTraffic(roles, usual.settings(), new Origin(RuleMethod.NAME, usual.model()), monitor);
    }

    @Override
    public TransactionTable table() {
        return roles.table();
    }

    @Override
    public HostRoles roles() {
        return roles;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public RunMonitor monitor() {
        return monitor;
    }

    @Override
    public List<HopTransaction> open() {
        if (open == null) {
            open = table().origins().stream().filter(each -> !isExplained(each)).toList();
        }
        return open;
    }

    @Override
    public List<Call> openCalls() {
        if (openCalls == null) {
            openCalls = table().calls().stream().filter(this::isOpen).toList();
        }
        return openCalls;
    }

    private boolean isOpen(Call call) {
        for (HopTransaction invite : call.invites()) {
            if (isExplained(invite)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Continuations continuations() {
        return table().continuations();
    }

    @Override
    public BitSet outsiders() {
        if (outsiders == null) {
            outsiders = ForeignRequests.outsiders(table());
        }
        return outsiders;
    }

    @Override
    public Groups byDialog() {
        if (byDialog == null) {
            int dialogs = table().index().dialogs().size();
            byDialog = Groups.by(HopTransaction::dialog, dialogs, table().all());
        }
        return byDialog;
    }

    @Override
    public boolean isExplained(HopTransaction transaction) {
        return explained[transaction.request()] != null;
    }

    @Override
    public int explainedCount() {
        return explainedCount;
    }

    @Override
    public Optional<IncidentKind> explanation(HopTransaction transaction) {
        return Optional.ofNullable(explained[transaction.request()]);
    }

    @Override
    public void guessed(GuessedPassword password) {
        guessed.add(password);
    }

    @Override
    public List<GuessedPassword> guessed() {
        return List.copyOf(guessed);
    }

    @Override
    public DialledNumbers numbers() {
        return numbers;
    }

    /// The requests that rules have explained, by their messages.
    BitSet explained() {
        BitSet all = new BitSet();
        for (int message = 0; message < explained.length; message++) {
            all.set(message, explained[message] != null);
        }
        return all;
    }

    /// Begins the part of another rule.
    void beginRule() {
        ofPresentRule.clear();
        guessedBefore = guessed.size();
    }

    /// Forgets what the present rule has explained and noted: it failed.
    void undoRule() {
        ofPresentRule.stream().forEach(message -> explained[message] = null);
        explainedCount -= ofPresentRule.cardinality();
        guessed.subList(guessedBefore, guessed.size()).clear();
        open = null;
        openCalls = null;
        beginRule();
    }

    @Override
    public void explain(Collection<HopTransaction> transactions, IncidentKind kind) {
        for (HopTransaction each : transactions) {
            if (!isExplained(each)) {
                explained[each.request()] = kind;
                ofPresentRule.set(each.request());
                explainedCount++;
                open = null;
                openCalls = null;
            }
        }
    }
}
