package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.ParseDefect;
import org.sipsleuth.sip.SipCut;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Malformed requests: a source sends many, with defects of several kinds, so that it is not the
/// habit of its software; or a stranger sends a single one that no working program writes.
final class MalformedMessages implements SessionRule {

    static final Setting REQUESTS = Setting.whole("malformed-requests", 4, "requests", 1, 1_000_000,
            "malformed requests of one source above which they are an attack");
    static final Setting KINDS = Setting.whole("malformed-kinds", 2, "kinds", 0, 100,
            "kinds of defects above which they are not just a habit of the sender's software");
    private static final Setting SHARE = Setting.real("malformed-share", 0.25, "", 0, 1,
            "share of malformed requests among those of the source above which they are an attack");

    /// Habits of old stacks.
    private static final Set<DefectKind> HABITS = Set.of(DefectKind.MISSING_MAX_FORWARDS, DefectKind.NO_FROM_TAG);

    /// What a program that sets up calls cannot write, whatever its habits: nobody would understand
    /// it. Missing fields and non-ASCII names are not among them, since captures are cut and old
    /// phones write them.
    private static final Set<DefectKind> OF_NO_PROGRAM =
            Set.of(DefectKind.START_LINE, DefectKind.SIP_VERSION, DefectKind.METHOD, DefectKind.HEADER_NAME,
                    DefectKind.CONTROL_CHARACTER, DefectKind.CSEQ, DefectKind.CSEQ_NUMBER, DefectKind.MAX_FORWARDS,
                    DefectKind.CONTENT_LENGTH, DefectKind.VIA, DefectKind.BRANCH);

    /// One of them may be a fault on the way.
    private static final int SEVERAL = 2;

    /// What the source sends so shortly before and after is part of it.
    private static final long AROUND = Duration.ofSeconds(5).toNanos();

    /// Of more messages the kinds are not counted.
    private static final int MOST_READ = 2_000;

    /// So many of sources that send a few each, with no longer pause between them.
    private static final int FEWEST_TOGETHER = 15;

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.MALFORMED_MESSAGES);
    }

    @Override
    public List<Setting> settings() {
        return List.of(REQUESTS, KINDS, SHARE);
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        TransactionTable table = traffic.table();
        Groups bySource = Groups.by(HopTransaction::source, table.hostCount(), table.origins());
        Map<Integer, List<List<HopTransaction>>> attacks = new TreeMap<>();
        for (int source = 0; source < bySource.count(); source++) {
            if (!traffic.roles().isServer(source)) { // it passes on what others write
                for (List<HopTransaction> span : attacks(bySource, source, traffic)) {
                    attacks.computeIfAbsent(span.getFirst().destination(), _ -> new ArrayList<>()).add(span);
                }
            }
        }
        Groups byTarget = Groups.by(HopTransaction::destination, table.hostCount(), table.origins());
        List<Finding> findings = new ArrayList<>();
        for (int target = 0; target < byTarget.count(); target++) {
            List<List<HopTransaction>> spans = new ArrayList<>(attacks.getOrDefault(target, List.of()));
            spans.addAll(ofManySources(byTarget.of(target), traffic));
            for (List<HopTransaction> span : joined(spans)) {
                traffic.monitor().throwIfCancelled();
                findings.add(new MalformedText(traffic, span, kinds(span, table)).finding(byTarget));
            }
        }
        return findings;
    }

    /// What several sources do at the same time is one attack.
    private static List<List<HopTransaction>> joined(List<List<HopTransaction>> spans) {
        List<List<HopTransaction>> ordered =
                spans.stream().sorted(Comparator.comparingLong(span -> span.getFirst().atNanos())).toList();
        List<List<HopTransaction>> joined = new ArrayList<>();
        List<HopTransaction> together = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (List<HopTransaction> span : ordered) {
            if (!together.isEmpty() && span.getFirst().atNanos() > end) {
                joined.add(inOrder(together));
                together = new ArrayList<>();
            }
            together.addAll(span);
            end = Math.max(end, span.getLast().atNanos());
        }
        if (!together.isEmpty()) {
            joined.add(inOrder(together));
        }
        return joined;
    }

    private static List<HopTransaction> inOrder(List<HopTransaction> requests) {
        return requests.stream().sorted(Comparator.comparingLong(HopTransaction::atNanos)).toList();
    }

    /// Strangers that each send too few to be an attack by itself.
    private static List<List<HopTransaction>> ofManySources(List<HopTransaction> toTarget, Traffic traffic) {
        if (toTarget.size() < FEWEST_TOGETHER) {
            return List.of();
        }
        List<HopTransaction> malformed = toTarget.stream()
                .filter(HopTransaction::isDefective)
                .filter(each -> !traffic.isExplained(each))
                .filter(each -> traffic.roles().isStranger(each.source()))
                .toList();
        if (malformed.size() < FEWEST_TOGETHER) {
            return List.of();
        }
        List<List<HopTransaction>> attacks = new ArrayList<>();
        for (List<HopTransaction> burst : Spans.bursts(malformed, PAUSE)) {
            boolean isAttack = burst.size() >= FEWEST_TOGETHER
                    && kinds(burst, traffic.table()).size() > traffic.settings().count(KINDS.name());
            if (isAttack) {
                attacks.add(burst);
                traffic.explain(burst, IncidentKind.MALFORMED_MESSAGES);
            }
        }
        return attacks;
    }

    private static List<List<HopTransaction>> attacks(Groups bySource, int source, Traffic traffic) {
        List<HopTransaction> malformed = bySource.of(source).stream().filter(HopTransaction::isDefective).toList();
        List<List<HopTransaction>> attacks = new ArrayList<>();
        for (List<HopTransaction> span : malformed.isEmpty() ? List.<List<HopTransaction>>of()
                : Spans.byHabit(malformed)) {
            List<HopTransaction> attack = attack(span, bySource, source, traffic);
            if (!attack.isEmpty()) {
                attacks.add(attack);
                traffic.explain(
                        bySource.of(source, attack.getFirst().atNanos() - AROUND, attack.getLast().atNanos() + AROUND),
                        IncidentKind.MALFORMED_MESSAGES);
            }
        }
        return attacks;
    }

    /// What of a span is an attack: all of it, only what no program sends, or nothing.
    private static List<HopTransaction> attack(List<HopTransaction> span, Groups bySource, int source,
            Traffic traffic) {
        boolean isMany = span.size() > traffic.settings().count(REQUESTS.name()) && isAttack(span.size(),
                bySource.of(source, span.getFirst().atNanos(), span.getLast().atNanos()).size(),
                kinds(span, traffic.table()).size(), traffic.settings());
        if (isMany) {
            return span;
        }
        return traffic.roles().isStranger(source) ? ofNoProgram(span, traffic.table()) : List.of();
    }

    /// Requests that no program sends, and that were captured whole: several defects of such kinds, in
    /// one of them or each in another. A program with a fault of its own repeats that one.
    static List<HopTransaction> ofNoProgram(List<HopTransaction> span, TransactionTable table) {
        Set<DefectKind> all = EnumSet.noneOf(DefectKind.class);
        List<HopTransaction> found = new ArrayList<>();
        span.stream().limit(MOST_READ).forEach(each -> {
            Set<DefectKind> kinds = ofNoProgram(table.index().message(each.request()));
            if (!kinds.isEmpty()) {
                found.add(each);
                all.addAll(kinds);
            }
        });
        return all.size() >= SEVERAL ? found : List.of();
    }

    private static Set<DefectKind> ofNoProgram(SipMessage message) {
        Set<DefectKind> kinds = EnumSet.noneOf(DefectKind.class);
        message.defects().forEach(defect -> kinds.add(defect.kind()));
        if (message.cut() != SipCut.NONE || kinds.contains(DefectKind.NO_EMPTY_LINE)) {
            return Set.of();
        }
        kinds.retainAll(OF_NO_PROGRAM);
        return kinds;
    }

    private static boolean isAttack(int malformed, int all, int kinds, Settings settings) {
        return malformed > settings.count(REQUESTS.name()) && kinds > settings.count(KINDS.name())
                && malformed > settings.real(SHARE.name()) * all;
    }

    private static Map<DefectKind, Integer> kinds(List<HopTransaction> span, TransactionTable table) {
        Map<DefectKind, Integer> kinds = new EnumMap<>(DefectKind.class);
        span.stream()
                .limit(MOST_READ)
                .flatMap(each -> table.index()
                        .message(each.request())
                        .defects()
                        .stream()
                        .map(ParseDefect::kind)
                        .distinct())
                .filter(kind -> !HABITS.contains(kind))
                .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        return kinds;
    }
}
