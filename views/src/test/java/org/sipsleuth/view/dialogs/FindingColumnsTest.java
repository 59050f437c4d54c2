package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.dialogs.table.query.SortKey;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;

/// What was found of dialogs in the list: two findings on dialog 2, one of them on dialog 4.
class FindingColumnsTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DialogsViewModel model = new DialogsViewModel(new SelectionModel(),
            (work, then) -> waiting.add(() -> then.accept(work.apply(RunMonitor.NONE))));
    private SipIndex index;
    private DialogFindings findings;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(6).index(folder.resolve("calls.pcap"));
        findings = DialogFindings.of(index,
                List.of(finding(Severity.HIGH, "scan", 2), finding(Severity.LOW, "stops_early", 2, 4)),
                RunMonitor.NONE);
        model.show(index);
        work();
    }

    private static Finding finding(Severity severity, String kind, int... dialogs) {
        return new Finding(kind, new Origin("some", new ModelIdentity("m", "some", "00", "none", 0, 1)), severity,
                new Statement(kind, english("A " + kind), Sentence.none(), Outcome.NOT_DETERMINED, List.of()),
                new Grounds(List.of(new Measurement(english("x"), 1, 2, Measurement.Side.BELOW)), true,
                        Sentence.none()),
                Evidence.ofDialogs(dialogs, List.of()), new Subject(Subject.Kind.DIALOGS, "all"), () -> Rationale.NONE);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private String text(OwnColumn column, int dialog) {
        return column.text(new ColumnReader(model.listedProperty().get()), dialog);
    }

    @Test
    void theyShowTheGravestAndAll() {
        assertEquals("", text(OwnColumn.FINDING, 2));
        model.showFindings(findings);
        assertEquals("high", text(OwnColumn.FINDING, 2));
        assertEquals("2", text(OwnColumn.FINDINGS, 2));
        assertEquals("scan; stops_early", text(OwnColumn.FINDING_CLASS, 2));
        assertEquals("A stops_early", text(OwnColumn.FINDING_TITLE, 4));
        assertEquals("some", text(OwnColumn.FINDING_DETECTOR, 2));
        assertEquals("", text(OwnColumn.FINDINGS, 0));
        model.showFindings(DialogFindings.NONE);
        assertEquals("", text(OwnColumn.FINDINGS, 2));
    }

    @Test
    void aListThatIsSortedByThemFollowsThem() {
        model.sortBy(List.of(new SortKey(OwnColumn.FINDING, true)));
        work();
        assertEquals(0, model.rowsProperty().get().get(0));
        model.showFindings(findings);
        work();
        assertEquals(List.of(2, 4), List.copyOf(model.rowsProperty().get()).subList(0, 2));
        model.sortBy(List.of(new SortKey(OwnColumn.FINDINGS, true)));
        work();
        assertEquals(List.of(4, 2), List.copyOf(model.rowsProperty().get()).subList(0, 2));
    }
}
