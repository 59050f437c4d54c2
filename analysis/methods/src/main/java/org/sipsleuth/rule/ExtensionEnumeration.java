package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Extension enumeration: a source tries many users at one server, to learn from the answers which
/// exist; or several sources share the users.
final class ExtensionEnumeration implements SessionRule {

    static final Setting USERS = Setting.whole("enumeration-users", 7, "users", 1, 1_000_000,
            "users that one source tries at a server above which it enumerates them");
    static final Setting POOLED = Setting.whole("enumeration-pooled-users", 14, "users", 1, 1_000_000,
            "users that several sources try at a server in turn above which they share an enumeration");

    private static final List<String> METHODS = List.of("REGISTER", "OPTIONS", "INVITE", "SUBSCRIBE", "MESSAGE");

    /// OPTIONS to fewer users, all of which exist, may be a keep-alive.
    private static final int OPTIONS_OF_ENUMERATION = 12;

    /// Of a known host's calls, so many must miss.
    private static final double MISSING_OF_KNOWN = 0.5;

    private static final double MISSING = 0.2;
    private static final double MISSING_CALLS = 0.3;
    private static final double MOST = 0.7;
    private static final double FEW = 0.2;
    private static final double HALF = 0.5;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.EXTENSION_ENUMERATION);
    }

    @Override
    public List<Setting> settings() {
        return List.of(USERS, POOLED);
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        List<Finding> findings = new ArrayList<>();
        Probes probes = new Probes(traffic);
        for (String method : METHODS) {
            // several sources first: each of them may suffice, and they are one attack
            pooled(method, true, probes, traffic, findings);
            ofSingleSources(method, probes, traffic, findings);
            pooled(method, false, probes, traffic, findings);
        }
        return findings;
    }

    private static void ofSingleSources(String method, Probes probes, Traffic traffic, List<Finding> findings) {
        TransactionTable table = traffic.table();
        int fewest = traffic.settings().count(USERS.name()) + 1;
        List<HopTransaction> all = probes.ofUsers(method);
        if (all.size() < fewest) {
            return;
        }
        Groups bySource = Groups.by(HopTransaction::source, table.hostCount(), all);
        for (int source = 0; source < bySource.count(); source++) {
            if (bySource.of(source).size() < fewest) {
                continue;
            }
            traffic.monitor().throwIfCancelled();
            for (List<HopTransaction> tries : Groups.parts(HopTransaction::destination, bySource.of(source))) {
                if (tries.size() < fewest) {
                    continue;
                }
                for (List<HopTransaction> span : Spans.byHabit(tries)) {
                    UserAnswers answers = new UserAnswers(span, method);
                    if (answers.tried().length >= fewest && isEnumeration(span, method, answers, probes, traffic)) {
                        findings.add(new EnumerationText(traffic, span, method, answers).finding());
                        traffic.explain(span, IncidentKind.EXTENSION_ENUMERATION);
                    }
                }
            }
        }
    }

    private static boolean isEnumeration(List<HopTransaction> span, String method, UserAnswers answers, Probes probes,
            Traffic traffic) {
        boolean isOfTool = FingerprintText.isAttackTool(traffic.table(), span);
        boolean isKnown = traffic.roles().isKnown(span.getFirst().source()) && !isOfTool;
        double missing = answers.shareMissing();
        long accepted = span.stream().filter(HopTransaction::isAccepted).count();
        if (method.equals("INVITE")) {
            return accepted <= HALF * span.size() && !areWrongNumbers(span, answers, probes, traffic)
                    && (missing >= (isKnown ? MISSING_OF_KNOWN : MISSING_CALLS)
                            || areProbes(span, accepted, isKnown, traffic));
        }
        if (missing >= MISSING) {
            return true;
        }
        return !isKnown && switch (method) {
            case "REGISTER" -> isOfTool || traffic.roles().isIntruder(span.getFirst().source())
                    || !probes.hasRegistered(span.getFirst().source());
            case "OPTIONS" -> answers.tried().length >= OPTIONS_OF_ENUMERATION
                    && !(missing == 0 && traffic.roles().role(span.getFirst().source()) == Role.MONITORING);
            default -> accepted <= HALF * span.size();
        };
    }

    /// Whether unknown names are wrong numbers of an ordinary caller: it tries too few users within
    /// any hour to enumerate them, and at least as many of its calls are answered as users that it
    /// tries do not exist.
    private static boolean areWrongNumbers(List<HopTransaction> span, UserAnswers answers, Probes probes,
            Traffic traffic) {
        return answers.showsMissing()
                && Spans.peak(span, Duration.ofHours(1)).count() <= traffic.settings().count(USERS.name())
                && probes.answered(span.getFirst().source()) >= answers.missing().count();
    }

    /// Whether calls to users that all exist, or may exist, are none: hardly any is answered, and
    /// nothing is acknowledged; or a server asks for credentials that the source does not have.
    private static boolean areProbes(List<HopTransaction> span, long accepted, boolean isKnown, Traffic traffic) {
        long challenged = span.stream().filter(HopTransaction::isChallenged).count();
        if (!isKnown && challenged >= MOST * span.size()) {
            return true;
        }
        long open = span.stream().filter(each -> !each.isAcknowledged() && !each.isCancelled()).count();
        return traffic.table().visibility().hasAcks() && open > MOST * span.size() && accepted < FEW * span.size();
    }

    private static void pooled(String method, boolean isEven, Probes probes, Traffic traffic, List<Finding> findings) {
        TransactionTable table = traffic.table();
        HostRoles roles = traffic.roles();
        List<HopTransaction> tries = probes.ofUsers(method)
                .stream()
                .filter(each -> roles.isStranger(each.source()))
                .filter(each -> !each.hasCredentials())
                .toList();
        int fewest = traffic.settings().count(POOLED.name()) + 1;
        if (tries.size() < fewest) {
            return;
        }
        Groups toTarget = Groups.by(HopTransaction::destination, table.hostCount(), tries);
        for (int target = 0; target < toTarget.count(); target++) {
            if (toTarget.of(target).size() < fewest) {
                continue;
            }
            traffic.monitor().throwIfCancelled();
            for (List<HopTransaction> span : Spans.byHabit(toTarget.of(target))) {
                SharedTries shared = new SharedTries(span, method, table);
                if (shared.isEnumeration(fewest, isEven)) {
                    findings.add(new EnumerationText(traffic, span, method, shared.answers()).finding());
                    traffic.explain(span, IncidentKind.EXTENSION_ENUMERATION);
                }
            }
        }
    }
}
