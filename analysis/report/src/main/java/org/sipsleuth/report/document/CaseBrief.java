package org.sipsleuth.report.document;

import static org.sipsleuth.report.document.DocumentTexts.TEXTS;
import static org.sipsleuth.report.document.DocumentTexts.counted;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;

/// What a reader learns who has not seen the captures and reads the first page only: what was
/// examined, what was found, what was decided by whom, what is open, and what is not in it.
final class CaseBrief {

    /// So many incidents, and rows without a decision, are named.
    private static final int MOST_NAMED = 3;

    private final Investigation investigation;
    private final SipIndex index;
    private final List<Decision> decisions;
    private final List<JudgedRow> rows;
    private final CaseScope scope;
    private final Harm harm;

    CaseBrief(Investigation investigation, List<Decision> decisions, Optional<JudgedQueue> queue, CaseScope scope,
            Harm harm) {
        this.investigation = investigation;
        index = investigation.index();
        this.decisions = decisions;
        rows = queue.map(JudgedQueue::rows).orElse(List.of());
        this.scope = scope;
        this.harm = harm;
    }

    /// A sentence or two about each of these.
    List<Sentence> sentences() {
        Stream<Sentence> all = Stream.of(Stream.of(examined(), harm.ofCalls(), incidents(), decided(), disputed()),
                open().stream(), captures().stream()).flatMap(each -> each);
        return all.filter(each -> !each.isEmpty()).toList();
    }

    private Sentence examined() {
        List<CaptureSummary> files = index.files();
        Sentence what = TEXTS.sentence("brief.examined", counted(files.size(), "file"),
                counted(index.dialogs().size(), "dialog"));
        Sentence when = DocumentTexts.captured(files);
        return when.isEmpty() ? what : Sentence.paragraph(what, TEXTS.sentence("brief.captured", when));
    }

    private Sentence incidents() {
        List<Incident> all = investigation.incidents();
        if (all.isEmpty()) {
            return TEXTS.sentence("brief.incidents.none");
        }
        List<Sentence> named = new ArrayList<>(all.stream()
                .limit(MOST_NAMED)
                .map(each -> TEXTS.sentence("brief.incident", each.title(), DocumentTexts.severity(each.severity()),
                        DocumentTexts.outcome(each.outcome())))
                .toList());
        more(named, all.size());
        return TEXTS.sentence("brief.incidents", Sentence.count(all.size()),
                Sentence.joined(Punctuation.SEMICOLON, named));
    }

    private static void more(List<Sentence> named, int all) {
        if (all > MOST_NAMED) {
            named.add(TEXTS.sentence("brief.more", Sentence.count(all - MOST_NAMED)));
        }
    }

    /// How many decisions, by whom, and how many of each kind, the gravest first.
    private Sentence decided() {
        if (decisions.isEmpty()) {
            return TEXTS.sentence("decisions.none");
        }
        Set<String> analysts = new LinkedHashSet<>();
        Map<Judgement, Integer> kinds = new EnumMap<>(Judgement.class);
        for (Decision each : decisions) {
            each.verdicts().forEach(verdict -> analysts.add(verdict.who()));
            if (!each.isDisputed()) {
                each.verdicts().getFirst().judgement().ifPresent(kind -> kinds.merge(kind, 1, Integer::sum));
            }
        }
        List<Sentence> counts = new ArrayList<>(kinds.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(Decision.LEAST_GRAVE_FIRST.reversed()))
                .map(each -> TEXTS.sentence("brief.kind", Sentence.count(each.getValue()),
                        TEXTS.sentence("judgement." + each.getKey().word())))
                .toList());
        if (kinds.values().stream().mapToInt(each -> each).sum() < decisions.size()) {
            counts.add(TEXTS.sentence("brief.disputed",
                    Sentence.count(decisions.stream().filter(Decision::isDisputed).count())));
        }
        return Sentence.paragraph(
                TEXTS.sentence("decisions.count", Sentence.count(decisions.size()),
                        Sentence.joined(Punctuation.COMMA, analysts.stream().map(Sentence::note).toList())),
                counts.isEmpty() ? Sentence.none()
                        : TEXTS.sentence("brief.kinds", Sentence.joined(Punctuation.SEMICOLON, counts)));
    }

    private Sentence disputed() {
        long disputed = decisions.stream().filter(Decision::isDisputed).count();
        return disputed == 0 ? Sentence.none() : TEXTS.sentence("decisions.disputed", Sentence.count(disputed));
    }

    /// What has no decision.
    private List<Sentence> open() {
        BitSet decided = new BitSet();
        decisions.forEach(each -> decided.or(each.dialogs()));
        List<Incident> all = investigation.incidents();
        List<Incident> incidents = all.stream()
                .filter(each -> decisions.stream().noneMatch(one -> one.incident().filter(each::equals).isPresent()))
                .toList();
        List<JudgedRow> openRows = rows.stream()
                .filter(row -> !row.isDecided() && !row.item().dialogs().stream().allMatch(decided::get))
                .toList();
        List<Sentence> left = new ArrayList<>();
        if (!all.isEmpty()) {
            left.add(TEXTS.sentence("decisions.left.incidents", Sentence.count(incidents.size()),
                    Sentence.count(all.size())));
        }
        if (!rows.isEmpty()) {
            left.add(Sentence.paragraph(
                    TEXTS.sentence("decisions.left.rows", Sentence.count(openRows.size()), Sentence.count(rows.size())),
                    named(openRows)));
        }
        if (left.isEmpty() && scope.outside().isEmpty() && scope.missing().isEmpty()) {
            left.add(TEXTS.sentence("decisions.left.nothing"));
        }
        return left;
    }

    private static Sentence named(List<JudgedRow> open) {
        List<Sentence> named = new ArrayList<>(open.stream()
                .limit(MOST_NAMED)
                .map(row -> TEXTS.sentence("brief.row", row.item().cause().plain(),
                        counted(row.item().dialogs().size(), "dialog")))
                .toList());
        more(named, open.size());
        return named.isEmpty() ? Sentence.none()
                : TEXTS.sentence("brief.rows", Sentence.joined(Punctuation.SEMICOLON, named));
    }

    /// Captures that only the report or only the case has.
    private List<Sentence> captures() {
        List<Sentence> captures = new ArrayList<>();
        if (!scope.outside().isEmpty()) {
            captures.add(TEXTS.sentence("decisions.outside", names(scope.outside())));
        }
        if (!scope.missing().isEmpty()) {
            captures.add(TEXTS.sentence("decisions.missing", names(scope.missing())));
        }
        if (captures.isEmpty()) {
            captures.add(TEXTS.sentence("brief.captures.all"));
        }
        return captures;
    }

    private static Sentence names(List<String> files) {
        return Sentence.joined(Punctuation.COMMA, files.stream().map(Sentence::name).toList());
    }
}
