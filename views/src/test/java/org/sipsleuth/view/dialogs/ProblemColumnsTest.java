package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.GroupWords;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.dialogs.table.query.RowText;
import org.sipsleuth.view.dialogs.table.query.SortKey;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;

/// What went wrong in dialogs, in the list: one problem of dialogs 1 and 4, a more severe one of
/// dialog 3, and one of dialog 4 that is only noticed.
class ProblemColumnsTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DialogsViewModel model = new DialogsViewModel(new SelectionModel(),
            (work, then) -> waiting.add(() -> then.accept(work.apply(RunMonitor.NONE))));
    private SipIndex index;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(6).index(folder.resolve("calls.pcap"));
        model.show(index);
        work();
    }

    private Optional<ProblemDetection> found() {
        return Optional.of(found(index, List.of(problem("Audio refused", Severity.LOW, 1, 4),
                problem("Zero | audio", Severity.MEDIUM, 3), problem("Noticed", Severity.INFO, 4))));
    }

    /// One problem of low severity.
    static ProblemDetection found(SipIndex index, String title, Integer... dialogs) {
        return found(index, List.of(problem(title, Severity.LOW, dialogs)));
    }

    private static ProblemDetection found(SipIndex index, List<Problem> problems) {
        return new ProblemDetection(index, new Origin("some", new ModelIdentity("m", "some", "00", "none", 0, 1)),
                new ProblemList(problems, CallOutcomes.of(List.of()), Map.of(), byDialog(problems), List.of()),
                List.of());
    }

    private static Map<Integer, List<String>> byDialog(List<Problem> problems) {
        Map<Integer, List<String>> keys = new HashMap<>();
        for (Problem problem : problems) {
            problem.dialogs()
                    .forEach(dialog -> keys.computeIfAbsent(dialog, _ -> new ArrayList<>()).add(problem.key()));
        }
        return keys;
    }

    private static Problem problem(String title, Severity severity, Integer... dialogs) {
        return new Problem(title, title, severity, english(title), Sentence.none(), List.of(), Sentence.none(), "",
                List.of(dialogs), 1, severity != Severity.INFO, List.of(), 0, 0,
                Evidence.ofDialogs(new int[0], List.of()), List.of());
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private List<String> texts(OwnColumn column) {
        ColumnReader reader = new ColumnReader(model.listedProperty().get());
        return IntStream.range(0, 6).mapToObj(dialog -> column.text(reader, dialog)).toList();
    }

    @Test
    void eachDialogShowsItsMostSevereProblem() {
        assertEquals(List.of("", "", "", "", "", ""), texts(OwnColumn.PROBLEM));
        model.showProblems(found());
        assertEquals(List.of("", "Audio refused", "", "Zero | audio", "Audio refused", ""), texts(OwnColumn.PROBLEM));
        assertEquals(List.of("", "low", "", "medium", "low", ""), texts(OwnColumn.PROBLEM_SEVERITY));
        model.showProblems(Optional.empty());
        assertEquals(List.of("", "", "", "", "", ""), texts(OwnColumn.PROBLEM));
    }

    @Test
    void aListThatIsSortedByThemFollowsThem() {
        model.sortBy(List.of(new SortKey(OwnColumn.PROBLEM, true)));
        work();
        assertEquals(List.of(0, 1, 2, 3, 4, 5), List.copyOf(model.rowsProperty().get()));
        model.showProblems(found());
        work();
        assertEquals(List.of(3, 1, 4, 0, 2, 5), List.copyOf(model.rowsProperty().get()));
    }

    @Test
    void eachProblemIsAGroupAndTheRestHasNone() {
        model.groupBy(Optional.of(OwnColumn.PROBLEM));
        work();
        assertEquals(List.of("(6)  (none)"), heads());
        model.showProblems(found());
        work();
        assertEquals(List.of("(3)  No problem", "(2)  Audio refused", "(1)  Zero | audio"), heads());
    }

    private List<String> heads() {
        RowGroups groups = model.groups().orElseThrow();
        return IntStream.range(0, groups.size())
                .mapToObj(group -> GroupWords.of(groups, group).replaceFirst(" {3}–.*", ""))
                .toList();
    }

    @Test
    void whatLeavesTheListHasThem() {
        model.showProblems(found());
        RowText rows =
                new RowText(model.listedProperty().get(), List.of(OwnColumn.PROBLEM, OwnColumn.PROBLEM_SEVERITY));
        assertEquals(List.of("Problem,Problem severity", "Zero | audio,medium", ","),
                rows.csv(List.of(3, 0)).lines().toList());
        assertTrue(rows.json(List.of(3)).contains("\"Problem\": \"Zero | audio\""), rows.json(List.of(3)));
        assertTrue(rows.markdown(List.of(3)).contains("| Zero \\| audio | medium |"), rows.markdown(List.of(3)));
        assertTrue(rows.tabSeparated(List.of(3)).contains("Zero | audio\tmedium"), rows.tabSeparated(List.of(3)));
    }

    @Test
    void presetsGroupByColumnsThatThereAre() {
        assertEquals(List.of(),
                Stream.of(Preset.values())
                        .flatMap(preset -> preset.grouping().stream())
                        .filter(key -> DialogColumn.ofKey(key).isEmpty())
                        .toList());
        assertEquals(Optional.of("problem"), Preset.CALLS_WITH_PROBLEM.grouping());
    }
}
