package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Host scans: a source asks many hosts once or twice each, or many hosts that do not answer; or
/// several sources share such a scan.
final class HostScan implements SessionRule {

    static final Setting HOSTS = Setting.whole("scan-hosts", 4, "hosts", 1, 1_000_000,
            "hosts that one source sends requests to, above which it scans");
    static final Setting SILENT =
            Setting.real("scan-silent", 0.5, "", 0, 1, "share of silent hosts from which on a source that repeats its"
                    + " requests, or is part of the network, counts as scanning too");
    private static final Setting OFTEN = Setting.whole("scan-often", 3, "requests", 1, 1_000_000,
            "requests of a method to one port of a host above which they are no scan");
    private static final Setting POOLED = Setting.whole("scan-pooled-hosts", 14, "hosts", 1, 1_000_000,
            "hosts that several sources send requests to in turn, above which they share a scan");

    private static final int FEWEST_SOURCES = 3;

    /// None of several sources asks more than this share.
    private static final double LARGEST_SHARE = 0.5;

    /// Who answered so many requests of others belongs here.
    private static final int ANSWERS_OF_SERVER = 3;

    private record Asked(int endpoint, int method) {}

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.HOST_SCAN);
    }

    @Override
    public List<Setting> settings() {
        return List.of(HOSTS, SILENT, OFTEN, POOLED);
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        List<List<HopTransaction>> scans = new ArrayList<>();
        Probes probes = new Probes(traffic);
        Map<String, List<HopTransaction>> byMethod = new TreeMap<>();
        probes.ofHosts()
                .stream()
                .filter(each -> traffic.roles().isStranger(each.source()))
                .forEach(each -> byMethod.computeIfAbsent(probes.method(each), _ -> new ArrayList<>()).add(each));
        for (List<HopTransaction> all : byMethod.values()) {
            for (List<HopTransaction> span : Spans.byHabit(all)) {
                if (isShared(span, traffic.settings())) {
                    add(span, scans, traffic);
                }
            }
        }
        int[] answers = answers(traffic.table());
        TransactionTable table = traffic.table();
        Groups bySource = Groups.by(HopTransaction::source, table.hostCount(), probes.ofHosts());
        for (int source = 0; source < bySource.count(); source++) {
            if (bySource.of(source).size() <= traffic.settings().count(HOSTS.name())) {
                continue;
            }
            traffic.monitor().throwIfCancelled();
            boolean belongs = traffic.roles().isKnown(source) || answers[source] >= ANSWERS_OF_SERVER;
            for (List<HopTransaction> span : Spans.byHabit(bySource.of(source))) {
                if (isScan(span, belongs && !FingerprintText.isAttackTool(table, span), traffic)) {
                    add(probing(span, traffic), scans, traffic);
                }
            }
        }
        return scans.stream().map(each -> new ScanText(traffic, each).finding()).toList();
    }

    private static void add(List<HopTransaction> scan, List<List<HopTransaction>> scans, Traffic traffic) {
        List<HopTransaction> open = scan.stream().filter(each -> !traffic.isExplained(each)).toList();
        if (!open.isEmpty()) {
            scans.add(open);
            traffic.explain(open, IncidentKind.HOST_SCAN);
        }
    }

    /// How many requests of others each host answered.
    private static int[] answers(TransactionTable table) {
        int[] answers = new int[table.hostCount()];
        for (HopTransaction each : table.origins()) {
            if (each.isAnswered()) {
                answers[each.destination()]++;
            }
        }
        return answers;
    }

    private static boolean isScan(List<HopTransaction> span, boolean belongs, Traffic traffic) {
        Settings settings = traffic.settings();
        Counts hosts = Counts.of(HopTransaction::destination, span);
        if (hosts.size() <= settings.count(HOSTS.name())) {
            return false;
        }
        boolean asksAgain =
                Counts.of(each -> endpoint(each, traffic.table()), span).highest() > settings.count(OFTEN.name());
        return silent(span, hosts) >= settings.real(SILENT.name()) || (!belongs && !asksAgain);
    }

    private static boolean isShared(List<HopTransaction> span, Settings settings) {
        Counts hosts = Counts.of(HopTransaction::destination, span);
        Counts sources = Counts.of(HopTransaction::source, span);
        return hosts.size() > settings.count(POOLED.name()) && sources.size() >= FEWEST_SOURCES
                && sources.highest() <= LARGEST_SHARE * span.size() && hosts.highest() <= settings.count(OFTEN.name())
                && hosts.median() == 1 && silent(span, hosts) >= settings.real(SILENT.name());
    }

    /// The share of hosts that answered nothing.
    static double silent(List<HopTransaction> span, Counts hosts) {
        List<HopTransaction> answered = span.stream().filter(HopTransaction::isAnswered).toList();
        return 1 - (double) Counts.of(HopTransaction::destination, answered).size() / hosts.size();
    }

    /// Without what is asked of one port of a host again and again.
    private static List<HopTransaction> probing(List<HopTransaction> span, Traffic traffic) {
        TransactionTable table = traffic.table();
        Map<Asked, Integer> asked = new HashMap<>();
        for (HopTransaction each : span) {
            asked.merge(new Asked(endpoint(each, table), each.method()), 1, Integer::sum);
        }
        int most = traffic.settings().count(OFTEN.name());
        return span.stream()
                .filter(each -> asked.getOrDefault(new Asked(endpoint(each, table), each.method()), 0) <= most)
                .toList();
    }

    private static int endpoint(HopTransaction each, TransactionTable table) {
        return table.index().messages().destination(each.request());
    }
}
