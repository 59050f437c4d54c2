package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States a host scan: how many hosts were asked, and which of them answered as what.
final class ScanText {

    private static final int MOST_LISTED = 1_000;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<HopTransaction> probes;
    private final int[] hosts;
    private final Counts sources;

    /// The first probe of each host that answered one.
    private final List<HopTransaction> answered;

    ScanText(Traffic traffic, List<HopTransaction> probes) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.probes = probes;
        this.hosts = Counts.of(HopTransaction::destination, probes).all().toArray();
        this.sources = Counts.of(HopTransaction::source, probes);
        Map<Integer, HopTransaction> first = new LinkedHashMap<>();
        probes.stream().filter(HopTransaction::isAnswered).forEach(each -> first.putIfAbsent(each.destination(), each));
        this.answered = List.copyOf(first.values());
    }

    Finding finding() {
        Sentence count = text("scan.hosts", count(hosts.length));
        Sentence tool = FingerprintText.tool(table, probes);
        Sentence result = text("scan.answered", count(answered.size()));
        Setting limit = HostScan.HOSTS;
        Observed observed = new Observed(traffic, IncidentKind.HOST_SCAN).on(probes)
                .by(HostNames.actors(table, sources, probes))
                .against(Arrays.stream(hosts).boxed())
                .outcome(outcome())
                .confidence("0.6 + n ÷ 75", Input.of("n", Observed.TEXTS.sentence("scan.measure.hosts"), hosts.length))
                .hints(new JoinHints(methods(), Set.of(), probes.size()))
                .measure("scan.measure.hosts", hosts.length, traffic.settings().count(limit.name()) + 1)
                .measure("scan.measure.silent", 1 - (double) answered.size() / hosts.length,
                        traffic.settings().real(HostScan.SILENT.name()))
                .verb("scanned")
                .clause(count, probes)
                .words(SPACE, text("scan.by", term(methods())))
                .words(tool)
                .words(COMMA, text("scan.of.which"), SPACE)
                .clause(result, answered.isEmpty() ? probes : answered)
                .card(text("scan.did", count(hosts.length)), result)
                .key(probes.getFirst().request(), text("scan.key.first"))
                .rationale(this::rationale);
        answered.stream()
                .findFirst()
                .ifPresent(each -> observed.key(firstResponse(each),
                        text("scan.key.answer", host(table.host(each.destination())))));
        observed.key(probes.getLast().request(), text("scan.key.last"));
        if (outcome() == Outcome.NOT_DETERMINED) {
            observed.notDetermined(text("scan.unknown.oneway"));
        }
        if (isNear(table.sinceBeginNanos(probes.getFirst()))) {
            observed.notDetermined(text("scan.unknown.begin"));
        }
        if (isNear(table.untilEndNanos(probes.getLast()))) {
            observed.notDetermined(text("scan.unknown.end"));
        }
        return observed
                .alternative(text("scan.alternative", count(hosts.length - answered.size()), count(hosts.length)))
                .finding();
    }

    private static boolean isNear(long nanos) {
        return nanos < 1_000_000_000L;
    }

    private Outcome outcome() {
        if (!answered.isEmpty()) {
            return Outcome.PARTIAL;
        }
        return table.visibility().hasResponses() || probes.size() < table.origins().size() ? Outcome.ATTEMPTED
                : Outcome.NOT_DETERMINED;
    }

    private String methods() {
        return probes.stream()
                .map(each -> table.index().messages().typeName(each.method()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Rationale rationale() {
        Rationale.Builder lines = new Rationale.Builder().section(text("scan.rationale", count(answered.size())));
        answered.stream()
                .limit(MOST_LISTED)
                .forEach(each -> lines.cited(host(table.host(each.destination())),
                        new Responder(table.index(), firstResponse(each)).sentence(),
                        Evidence.ofMessages(new int[]{each.request(), firstResponse(each)}, List.of())));
        return lines.build();
    }

    private static int firstResponse(HopTransaction each) {
        return each.response() >= 0 ? each.response() : each.firstProvisional();
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
