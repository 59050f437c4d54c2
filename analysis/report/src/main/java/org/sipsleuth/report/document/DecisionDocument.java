package org.sipsleuth.report.document;

import static org.sipsleuth.report.document.DocumentTexts.TEXTS;
import static org.sipsleuth.report.document.DocumentTexts.counted;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.finding.Sentence.Punctuation;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.triage.TriageQueue;

/// What analysts decided about what a report rests on: of each matter what it is, what each of them
/// decided and why, which RFC it departs from, whom it concerns, and where it is; then what has no
/// decision. HTML, PDF and text show the same.
public final class DecisionDocument {

    private static final int LISTED = 100;

    /// So many of the first decisions have a ladder.
    private static final int WITH_LADDERS = 10;

    /// So many ranges of frames of each file, and so many files.
    private static final int MOST_FRAMES = 4;
    private static final int MOST_FILES = 3;

    private static final int MINUTES_OF_ISO = 16;
    private static final List<Judgement> GRAVEST_LAST = List.of(Judgement.values());

    private final Investigation investigation;
    private final SipIndex index;
    private final Places places;
    private final CaseScope scope;
    private final List<Decision> decisions;

    /// What there was to decide, beside incidents.
    private final Optional<JudgedQueue> queue;

    /// @param standing the verdicts that stand, in the order of time
    /// @param places names files and frames
    public DecisionDocument(List<Verdict> standing, CaseScope scope, Investigation investigation, Places places) {
        this.investigation = investigation;
        this.index = investigation.index();
        this.places = places;
        this.scope = scope;
        Map<String, List<Verdict>> matters = new LinkedHashMap<>();
        standing.forEach(each -> matters.computeIfAbsent(each.matter(), _ -> new ArrayList<>()).add(each));
        List<List<Verdict>> gravestFirst = matters.values()
                .stream()
                .sorted(Comparator.comparingInt(DecisionDocument::gravity).reversed())
                .toList();
        queue = TriageQueue.of(investigation, RunMonitor.NONE).map(all -> JudgedQueue.of(all, new Verdicts(standing)));
        decisions = IntStream.range(0, gravestFirst.size())
                .mapToObj(i -> new Decision(i + 1, gravestFirst.get(i), investigation, queue))
                .toList();
    }

    private static int gravity(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(each -> each.judgement().stream())
                .mapToInt(each -> each == Judgement.NEEDS_MORE ? 0 : GRAVEST_LAST.indexOf(each))
                .max()
                .orElse(-1);
    }

    /// Whether an analyst decided on dialogs, beyond incidents.
    public static boolean hasDialogs(List<Verdict> standing) {
        return standing.stream().anyMatch(each -> each.subject().kind() != Subject.Kind.INCIDENT);
    }

    /// All of it.
    ///
    /// @param hasLadders whether [#ladders] stand in the same page, so that decisions lead there
    public List<Block> blocks(boolean hasLadders) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(headline()));
        if (!decisions.isEmpty()) {
            blocks.add(new Block.Table(
                    List.of(column("number", 5), column("about", 28), column("verdict", 25), column("why", 24),
                            column("concerns", 18)),
                    decisions.stream().limit(LISTED).map(each -> row(each, hasLadders)).toList()));
        }
        if (decisions.size() > LISTED) {
            blocks.add(new Block.Remark(TEXTS.sentence("decisions.more", Sentence.count(decisions.size() - LISTED))));
        }
        blocks.add(new Block.Items(left()));
        return blocks;
    }

    private Sentence headline() {
        if (decisions.isEmpty()) {
            return TEXTS.sentence("decisions.none");
        }
        Set<String> analysts = new LinkedHashSet<>();
        decisions.forEach(each -> each.verdicts().forEach(verdict -> analysts.add(verdict.who())));
        long disputed = decisions.stream().filter(Decision::isDisputed).count();
        return Sentence.paragraph(
                TEXTS.sentence("decisions.count", Sentence.count(decisions.size()),
                        Sentence.joined(Punctuation.COMMA, analysts.stream().map(Sentence::note).toList())),
                disputed == 0 ? Sentence.none() : TEXTS.sentence("decisions.disputed", Sentence.count(disputed)));
    }

    private static Block.Column column(String key, int percent) {
        return new Block.Column(TEXTS.sentence("column." + key), percent);
    }

    private Block.Row row(Decision decision, boolean hasLadders) {
        OptionalInt message = decision.firstDialog().stream().map(index.dialogs()::firstMessage).findFirst();
        return new Block.Row(List.of(Block.Cell.of(Sentence.count(decision.number())), about(decision, hasLadders),
                verdict(decision), why(decision), concerns(decision)), message);
    }

    private Block.Cell about(Decision decision, boolean hasLadders) {
        Sentence words = about(decision);
        boolean isLinked = hasLadders && hasLadder(decision);
        return isLinked ? new Block.Cell(words, List.of(), Optional.of(decision.id())) : Block.Cell.of(words);
    }

    /// What a decision is about: an incident by its number and title, all else as it was recorded.
    private static Sentence about(Decision decision) {
        Subject about = decision.about();
        Sentence key = Sentence.captured(about.key());
        return switch (about.kind()) {
            case SEQUENCE -> key;
            case STEP -> decision.rows().stream().findFirst().map(row -> row.item().title()).orElse(key);
            case DIALOG -> TEXTS.sentence("decisions.dialog", key);
            case INCIDENT -> decision.incident()
                    .map(each -> Sentence.row(TEXTS.sentence("verdict.incident", Sentence.count(each.number())),
                            Sentence.term(" "), each.title()))
                    .orElseGet(() -> TEXTS.sentence("decisions.incident", key));
        };
    }

    private static Block.Cell verdict(Decision decision) {
        List<Sentence> judgements = decision.verdicts().stream().map(DocumentTexts::judgement).distinct().toList();
        List<Block.Note> notes = new ArrayList<>();
        if (decision.isDisputed()) {
            notes.add(new Block.Note(TEXTS.sentence("decisions.dispute"), false));
        }
        for (Verdict each : decision.verdicts()) {
            notes.add(new Block.Note(TEXTS.sentence("decisions.by", DocumentTexts.judgement(each),
                    Sentence.note(each.who()), Sentence.time(minute(each.at()))), false));
            each.scope().map(DocumentTexts::scope).ifPresent(words -> notes.add(new Block.Note(words, false)));
        }
        for (Verdict each : decision.contradicting()) {
            notes.add(new Block.Note(
                    TEXTS.sentence("decisions.against", DocumentTexts.judgement(each), Sentence.note(each.who()),
                            each.scope().map(DocumentTexts::scope).orElseGet(() -> TEXTS.sentence("decisions.whole"))),
                    false));
        }
        return new Block.Cell(Sentence.joined(Sentence.term(" / "), judgements), notes, Optional.empty());
    }

    private static String minute(String at) {
        return at.length() < MINUTES_OF_ISO ? at : at.substring(0, MINUTES_OF_ISO).replace('T', ' ');
    }

    /// The analysts' notes, and why the dialogs are a row of the queue.
    private Block.Cell why(Decision decision) {
        List<Sentence> reasons = new ArrayList<>();
        for (Verdict each : decision.verdicts()) {
            if (!each.note().isEmpty()) {
                reasons.add(TEXTS.sentence("decisions.note", Sentence.note(each.who()), Sentence.note(each.note())));
            }
        }
        reason(decision).ifPresent(reasons::add);
        return reasons.isEmpty() ? Block.Cell.of(TEXTS.sentence("decisions.no.note"))
                : new Block.Cell(reasons.getFirst(),
                        reasons.stream().skip(1).map(each -> new Block.Note(each, false)).toList(), Optional.empty());
    }

    /// Of the row that it is about; else of the first row of the queue with its dialogs.
    private Optional<Sentence> reason(Decision decision) {
        BitSet dialogs = decision.dialogs();
        List<JudgedRow> rows =
                !decision.rows().isEmpty() ? decision.rows() : queue.map(JudgedQueue::rows).orElse(List.of());
        return rows.stream()
                .map(JudgedRow::item)
                .filter(item -> item.dialogs().stream().anyMatch(dialogs::get))
                .map(item -> item.reason().text())
                .findFirst();
    }

    /// How many dialogs, users and calls it concerns, and where they are.
    private Block.Cell concerns(Decision decision) {
        BitSet dialogs = decision.dialogs();
        if (dialogs.isEmpty()) {
            return Block.Cell.of(decision.verdicts()
                    .stream()
                    .flatMap(each -> each.place().stream())
                    .findFirst()
                    .map(place -> TEXTS.sentence("decisions.elsewhere", Sentence.count(place.frame())))
                    .orElseGet(() -> TEXTS.sentence("decisions.nowhere")));
        }
        List<Sentence> lines = new ArrayList<>(List.of(cost(dialogs)));
        List<Sentence> frames = places.frames(Evidence.ofDialogs(dialogs.stream().toArray(), List.of()), MOST_FRAMES);
        frames.stream().limit(MOST_FILES).forEach(lines::add);
        if (frames.size() > MOST_FILES) {
            lines.add(TEXTS.sentence("decisions.files", Sentence.count(frames.size() - MOST_FILES)));
        }
        return new Block.Cell(counted(dialogs.cardinality(), "dialog"),
                lines.stream().map(each -> new Block.Note(each, false)).toList(), Optional.empty());
    }

    private Sentence cost(BitSet dialogs) {
        TransactionTable table = TransactionTable.shared(index, RunMonitor.NONE);
        BitSet users = new BitSet();
        for (HopTransaction each : table.origins()) {
            if (dialogs.get(each.dialog()) && each.fromUser() != HopTransaction.NONE) {
                users.set(each.fromUser());
            }
        }
        long calls = 0;
        long unanswered = 0;
        for (Call each : table.calls()) {
            if (dialogs.get(each.first().dialog())) {
                calls++;
                unanswered += each.isAnswered() ? 0 : 1;
            }
        }
        List<Sentence> parts =
                new ArrayList<>(List.of(TEXTS.sentence("decisions.users", Sentence.count(users.cardinality())),
                        TEXTS.sentence("decisions.calls", Sentence.count(calls))));
        if (calls > 0) {
            parts.add(TEXTS.sentence("decisions.unanswered", Sentence.count(unanswered)));
        }
        return Sentence.joined(Punctuation.COMMA, parts);
    }

    /// What has no decision, and which captures only the report or only the case has.
    private List<Sentence> left() {
        BitSet decided = new BitSet();
        decisions.forEach(each -> decided.or(each.dialogs()));
        long incidents = investigation.incidents()
                .stream()
                .filter(each -> decisions.stream().noneMatch(one -> one.incident().filter(each::equals).isPresent()))
                .count();
        List<JudgedRow> rows = queue.map(JudgedQueue::rows).orElse(List.of());
        long open = rows.stream()
                .filter(row -> !row.isDecided() && !row.item().dialogs().stream().allMatch(decided::get))
                .count();
        List<Sentence> left = new ArrayList<>();
        int all = investigation.incidents().size();
        if (all > 0) {
            left.add(TEXTS.sentence("decisions.left.incidents", Sentence.count(incidents), Sentence.count(all)));
        }
        if (!rows.isEmpty()) {
            left.add(TEXTS.sentence("decisions.left.rows", Sentence.count(open), Sentence.count(rows.size())));
        }
        if (!scope.outside().isEmpty()) {
            left.add(TEXTS.sentence("decisions.outside", names(scope.outside())));
        }
        if (!scope.missing().isEmpty()) {
            left.add(TEXTS.sentence("decisions.missing", names(scope.missing())));
        }
        if (left.isEmpty()) {
            left.add(TEXTS.sentence("decisions.left.nothing"));
        }
        return left;
    }

    private static Sentence names(List<String> files) {
        return Sentence.joined(Punctuation.COMMA, files.stream().map(Sentence::name).toList());
    }

    private static boolean hasLadder(Decision decision) {
        return decision.number() <= WITH_LADDERS && decision.firstDialog().isPresent();
    }

    /// A ladder below what it shows.
    ///
    /// @param id the name of its place in a page
    public record ShownDialog(String id, Sentence title, Block ladder) {}

    /// The first dialog of each of the first decisions.
    public List<ShownDialog> ladders() {
        KeyLadders ladders = new KeyLadders(index);
        return decisions.stream()
                .filter(DecisionDocument::hasLadder)
                .map(each -> new ShownDialog(each.id(),
                        Sentence.row(Sentence.count(each.number()), Sentence.term("  "), about(each)),
                        ladders.of(each.firstDialog().orElseThrow())))
                .toList();
    }
}
