package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.none;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.fingerprint.KnownFingerprints;
import org.sipsleuth.fingerprint.KnownProgram;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Known attack tools, by how they write: single requests of strangers in which no other rule finds
/// anything. One finding for each tool and target, never more severe than low: a host scan, an
/// enumeration where several users are registered, guessing where credentials are. The last of
/// the rules.
final class KnownTools implements SessionRule {

    private static final double CONFIDENCE = 0.7;

    /// Of which user a request is for: that of To.
    private static final String REGISTER = "REGISTER";

    /// Of more ways to write requests, the rest is not compared with known ones.
    private static final int MOST_READ = 10_000;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.HOST_SCAN, IncidentKind.EXTENSION_ENUMERATION, IncidentKind.PASSWORD_GUESSING);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        BitSet explained = new BitSet();
        for (HopTransaction each : traffic.table().origins()) {
            if (traffic.isExplained(each)) {
                explained.set(each.source());
            }
        }
        Map<Integer, String> tools = new HashMap<>();
        Map<String, Map<Integer, List<HopTransaction>>> uses = new TreeMap<>();
        for (HopTransaction each : traffic.table().origins()) {
            boolean isOpen = !explained.get(each.source()) && !each.isWithinDialog()
                    && traffic.roles().isStranger(each.source());
            if (isOpen && (tools.size() < MOST_READ || tools.containsKey(each.fingerprint()))) {
                String tool = tools.computeIfAbsent(each.fingerprint(), number -> named(traffic.table(), number));
                if (!tool.isEmpty()) {
                    uses.computeIfAbsent(tool, _ -> new TreeMap<>())
                            .computeIfAbsent(each.destination(), _ -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        uses.forEach(
                (tool, byTarget) -> byTarget.values().forEach(probes -> findings.add(finding(traffic, tool, probes))));
        return findings;
    }

    /// The attack tool that writes so; empty for other programs.
    private static String named(TransactionTable table, int fingerprint) {
        return fingerprint == HopTransaction.NONE ? ""
                : KnownFingerprints.shipped()
                        .identify(table.fingerprint(fingerprint))
                        .filter(program -> program.kind() == KnownProgram.Kind.ATTACK_TOOL)
                        .map(KnownProgram::name)
                        .orElse("");
    }

    /// What the tool tries.
    private static IncidentKind kind(List<HopTransaction> probes, UserAnswers answers) {
        if (probes.stream().anyMatch(HopTransaction::hasCredentials)) {
            return IncidentKind.PASSWORD_GUESSING;
        }
        boolean isOfUsers =
                probes.stream().allMatch(each -> each.method() == MessageTypes.REGISTER) && answers.tried().length > 1;
        return isOfUsers ? IncidentKind.EXTENSION_ENUMERATION : IncidentKind.HOST_SCAN;
    }

    private static Outcome outcome(IncidentKind kind, List<HopTransaction> probes, UserAnswers answers) {
        if (kind == IncidentKind.PASSWORD_GUESSING) {
            boolean isOpen = probes.stream().anyMatch(each -> each.hasCredentials() && each.isAccepted());
            return isOpen ? Outcome.SUCCEEDED : Outcome.ATTEMPTED;
        }
        boolean hasAnswer = kind == IncidentKind.EXTENSION_ENUMERATION ? answers.revealed().findAny().isPresent()
                : probes.stream().anyMatch(HopTransaction::isAnswered);
        return hasAnswer ? Outcome.PARTIAL : Outcome.ATTEMPTED;
    }

    /// The users that are revealed, or whose passwords are tried.
    private static Stream<Integer> accounts(IncidentKind kind, List<HopTransaction> probes, UserAnswers answers) {
        if (kind == IncidentKind.PASSWORD_GUESSING) {
            return probes.stream().filter(HopTransaction::hasCredentials).map(HopTransaction::credentials);
        }
        return kind == IncidentKind.EXTENSION_ENUMERATION ? answers.revealed().boxed() : Stream.of();
    }

    private static Finding finding(Traffic traffic, String tool, List<HopTransaction> probes) {
        TransactionTable table = traffic.table();
        UserAnswers answers = new UserAnswers(probes, REGISTER);
        IncidentKind kind = kind(probes, answers);
        traffic.explain(probes, kind);
        HopTransaction first = probes.getFirst();
        Sentence named = Sentence.name(tool);
        String target = table.host(first.destination());
        boolean isAnswered = probes.stream().anyMatch(HopTransaction::isAnswered);
        return new Observed(traffic, kind).on(probes)
                .by(HostNames.actors(table, Counts.of(HopTransaction::source, probes), probes))
                .against(Stream.of(first.destination()))
                .accounts(accounts(kind, probes, answers))
                .outcome(outcome(kind, probes, answers))
                .confidence(CONFIDENCE)
                .minor()
                .hints(new JoinHints(tool, Set.of(), probes.size()))
                .measure("tools.measure.requests", probes.size(), 1)
                .verb("sent")
                .clause(text("tools.requests", count(probes.size()), named), probes)
                .words(SPACE, text("tools.to", host(target)))
                .words(kind == IncidentKind.HOST_SCAN ? none() : text("tools.users", count(answers.tried().length)))
                .words(COMMA, text(isAnswered ? "tools.answered" : "tools.silent"))
                .card(text("tools.did", count(probes.size()), named),
                        text(isAnswered ? "tools.result.answered" : "tools.result.silent"))
                .key(first.request(), text("tools.key.first"))
                .key(first.response(), text("tools.key.answer"))
                .alternative(text("tools.alternative", named))
                .finding();
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
