package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.casefile.CaseText;
import org.sipsleuth.app.command.input.LabRefusal;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import picocli.CommandLine.Option;

/// The options of `case judge`: a verdict on a row of the queue of triage, or an undo.
final class CaseJudge {

    private static final int MOST_NAMED = 5;

    @Option(names = "--row", paramLabel = "N",
            description = "with judge: the rank of the row, as sipsleuth triage lists it for the same FILE") private @Nullable Integer rank;

    @Option(names = "--step", paramLabel = "STEP",
            description = "with judge: the step of the row, as sipsleuth triage writes it with --format csv"
                    + " or json") private @Nullable String step;

    @Option(names = "--as", paramLabel = "VERDICT",
            description = "with judge: ${COMPLETION-CANDIDATES}") private @Nullable Judgement judgement;

    @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "senders",
            description = "with judge: for whom it holds: ${COMPLETION-CANDIDATES}. senders are those of the row"
                    + " about which the analyst has not decided yet, else all (default: ${DEFAULT-VALUE})") private Scope.Kind scope =
                            Scope.Kind.SENDERS;

    @Option(names = "--sender", paramLabel = "ADDRESS",
            description = "with judge: only these senders of the row (can be given several times)") private List<String> senders =
                    List.of();

    @Option(names = "--note", paramLabel = "TEXT",
            description = "with judge: the reason, stored with the verdict") private String note = "";

    @Option(names = "--undo",
            description = "with judge: undo the analyst's last verdict in CASE, with another entry") private boolean isUndo;

    @Option(names = "--model", arity = "1..*", paramLabel = "MODEL",
            description = "with judge: models to use, as in sipsleuth triage (default: the bundled models)") private List<String> models =
                    List.of();

    /// What is wrong with the options; empty if nothing is.
    Optional<String> obstacle(List<String> files) {
        boolean namesRow = rank != null || step != null;
        if (isUndo) {
            return namesRow || judgement != null || !files.isEmpty() || !senders.isEmpty()
                    ? Optional.of("--undo takes no row, no verdict, no sender and no FILE")
                    : Optional.empty();
        }
        if (rank != null == (step != null)) {
            return Optional.of("name a row with --row or --step, or undo the last verdict with --undo");
        }
        if (judgement == null) {
            return Optional.of("name the verdict with --as");
        }
        if (!senders.isEmpty() && scope != Scope.Kind.SENDERS) {
            return Optional.of("--sender goes with --scope senders only");
        }
        return files.isEmpty() ? Optional.of("name the captures that the row is in") : Optional.empty();
    }

    /// Stores the verdict, or undoes the last one.
    ///
    /// @return the exit code
    int run(CaseFile opened, List<String> files, TriageReader reader, Terminal terminal) throws IOException {
        if (isUndo) {
            return undo(opened, terminal);
        }
        Optional<String> refusal = LabRefusal.of(LabRefusal.CASE_JUDGE, files, List.of());
        if (refusal.isPresent()) {
            terminal.report(refusal.get());
            return ExitCode.WRONG_USAGE;
        }
        Optional<TriageReader.Read> read = reader.read(files, models);
        if (read.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        JudgedQueue queue = JudgedQueue.of(read.get().queue(), opened.verdicts());
        List<JudgedRow> rows = rows(queue);
        if (rows.size() > 1) {
            terminal.report("the step is in several rows: name one of the rows %s with --row".formatted(
                    rows.stream().map(each -> Integer.toString(each.rank())).collect(Collectors.joining(", "))));
            return ExitCode.WRONG_USAGE;
        }
        if (rows.isEmpty()) {
            terminal.report("no such row: %s (these captures have %d; sipsleuth triage lists them)"
                    .formatted(step == null ? String.valueOf(rank) : step, queue.rows().size()));
            return ExitCode.WRONG_USAGE;
        }
        Optional<String> stranger =
                senders.stream().filter(each -> !rows.getFirst().senders().contains(each)).findFirst();
        if (stranger.isPresent()) {
            terminal.report("row %d has no sender %s (its senders: %s)".formatted(rows.getFirst().rank(),
                    stranger.get(), named(rows.getFirst().senders())));
            return ExitCode.WRONG_USAGE;
        }
        Judgement given = judgement;
        if (given != null) {
            decide(opened, rows.getFirst(), given, read.get(), terminal);
        }
        return read.get().isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private static String named(List<String> senders) {
        String first = senders.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return senders.size() > MOST_NAMED ? "%s and %d more".formatted(first, senders.size() - MOST_NAMED) : first;
    }

    private static int undo(CaseFile opened, Terminal terminal) throws IOException {
        Optional<Verdict> undone = opened.undo();
        new CaseText(terminal).write(undone.map(verdict -> "Undone: " + line(verdict))
                .orElse("nothing to undo: %s has no verdict that stands".formatted(opened.store().author().name())));
        return ExitCode.DONE;
    }

    private static String line(Verdict verdict) {
        return "%s: %s %s %s"
                .formatted(verdict.text(), verdict.subject().kind().word(), verdict.subject().title(),
                        verdict.scopeText())
                .strip();
    }

    private List<JudgedRow> rows(JudgedQueue queue) {
        Integer place = rank;
        String cause = step;
        return cause != null ? queue.rows(cause) : place == null ? List.of() : queue.row(place).stream().toList();
    }

    private void decide(CaseFile opened, JudgedRow row, Judgement given, TriageReader.Read read, Terminal terminal)
            throws IOException {
        Scope meant = senders.isEmpty() ? row.scope(scope, opened.store().author().name()) : Scope.senders(senders);
        JudgedRow.Coverage covered = row.coverage(meant);
        SipIndex index = read.queue().index();
        Place place = place(opened, index, row.message(meant));
        Verdict decided = opened.decide(row.subject(), meant, given, note.strip(), Optional.of(place));
        CaseText text = new CaseText(terminal);
        text.write("%s (%d of %d dialogs, senders: %d)".formatted(line(decided), covered.dialogs(),
                row.item().dialogs().size(), covered.senders()));
        JudgedQueue now = JudgedQueue.of(read.queue(), opened.verdicts());
        List<Verdict> differing = now.row(row.rank()).map(JudgedRow::contradiction).orElse(List.of());
        if (!differing.isEmpty()) {
            text.write("contradicting verdicts on the same dialogs:");
            for (Verdict each : differing) {
                text.write("  %s (%s, %s)".formatted(line(each), each.who(), each.at()));
            }
        }
        List<JudgedRow> siblings = now.siblings(row, meant);
        if (!siblings.isEmpty()) {
            text.write("rows of the same cause, not decided for these hosts: " + siblings.stream()
                    .map(each -> "%d (%s)".formatted(each.rank(), each.item().title().text()))
                    .collect(Collectors.joining(", ")));
        }
    }

    /// Where a message is, in a capture that the case holds from now on.
    private static Place place(CaseFile opened, SipIndex index, int message) throws IOException {
        CaptureSummary capture = index.files().get(index.messages().file(message));
        String sha256 = capture.sha256(RunMonitor.NONE);
        if (opened.evidence().stream().map(Evidence::sha256).noneMatch(sha256::equals)) {
            boolean isOpen = capture.opened().isPresent();
            opened.addEvidence(isOpen ? capture.opened().get() : OpenedFile.of(capture.path()), RunMonitor.NONE);
        }
        return new Place(sha256, index.messages().frame(message),
                index.dialogs().callId(index.messages().dialog(message)));
    }
}
