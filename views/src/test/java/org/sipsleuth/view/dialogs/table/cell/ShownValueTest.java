package org.sipsleuth.view.dialogs.table.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.FieldColumn;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.ui.WindowFaults;

class ShownValueTest {

    private static final FieldColumn OUTCOME = new FieldColumn(DialogField.OUTCOME);
    private static final FieldColumn HINTS = new FieldColumn(DialogField.HINTS);

    /// Hints read messages. The file is mapped; to read what was cut off is a fault in memory.
    @Test
    void aCaptureThatWasCutOffLeavesCellsEmpty(@TempDir Path folder) throws IOException {
        Path file = dropped(folder);
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        assertFalse(hints(index).isEmpty());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(24);
        }
        assertEquals("", hints(index));
    }

    static List<DialogColumn> columns() {
        return DialogColumn.all();
    }

    /// Of a reader that knows nothing but the numbers of dialogs, every column fails.
    @ParameterizedTest
    @MethodSource("columns")
    void aColumnThatFailsShowsItAndReportsIt(DialogColumn column, @TempDir Path folder)
            throws IOException, ReflectiveOperationException {
        SipIndex index = CaptureIndexer.read(List.of(dropped(folder)), RunMonitor.NONE);
        ColumnReader reader = new ColumnReader(new Listed(index, null, null, null, null, null, null, null));
        Field fields = ColumnReader.class.getDeclaredField("fields");
        fields.setAccessible(true);
        Field readings = FieldReader.class.getDeclaredField("readings");
        readings.setAccessible(true);
        ((Map<?, ?>) readings.get(fields.get(reader))).clear();
        Field outcomes = FieldReader.class.getDeclaredField("outcomes");
        outcomes.setAccessible(true);
        outcomes.set(fields.get(reader), null);
        List<Throwable> faults = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> faults.add(fault));
        try {
            assertEquals("(failed)", ShownValue.inRow(column, reader, 0));
            assertEquals("(failed)", ShownValue.whole(column, reader, 0));
            assertEquals("(failed)", column.text(reader, 0));
            column.number(reader, 0);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertTrue(faults.size() >= 3, faults::toString);
    }

    @Test
    void aTableGoesOnBesideAValueThatFails() {
        TableColumn<String, String> column = new TableColumn<>("one");
        List<Throwable> faults = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> faults.add(fault));
        try {
            WindowFaults.values(column, FaultSink.FAILED, row -> Integer.toString(6 / row.length()));
            assertEquals("(failed)", shown(column, ""));
            assertEquals("2", shown(column, "abc"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(1, faults.size());
    }

    private static String shown(TableColumn<String, String> column, String row) {
        return column.getCellValueFactory().call(new TableColumn.CellDataFeatures<>(null, column, row)).getValue();
    }

    private static Path dropped(Path folder) throws IOException {
        SampleCapture sample = SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("dropped.pcap"))
                .findFirst()
                .orElseThrow();
        return SampleCaptures.copyTo(sample, folder);
    }

    /// A dropped call has both hints and a problem made of them.
    @Test
    void besideAProblemTheOutcomeHasNoIconOfHints(@TempDir Path folder) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(dropped(folder)), RunMonitor.NONE);
        ColumnReader before = new ColumnReader(Listed.of(index));
        int dialog = IntStream.range(0, index.dialogs().size())
                .filter(each -> !ShownValue.whole(HINTS, before, each).isEmpty())
                .findFirst()
                .orElseThrow();
        assertTrue(ShownValue.isHinted(OUTCOME, before, dialog, true), "hints, and no problem");
        Problem problem = new Problem("drop", "drop", Severity.HIGH, Sentence.none(), Sentence.none(), List.of(),
                Sentence.none(), "", List.of(dialog), 1, true, List.of(), 0, 0,
                Evidence.ofDialogs(new int[0], List.of()), List.of());
        ColumnReader after = new ColumnReader(Listed.of(index)
                .withProblems(new ProblemList(List.of(problem), CallOutcomes.of(List.of()), Map.of(),
                        Map.of(dialog, List.of("drop")), List.of())));
        assertFalse(ShownValue.isHinted(OUTCOME, after, dialog, true), "the column of problems marks it");
        assertTrue(ShownValue.isHinted(OUTCOME, after, dialog, false), "no other column does");
        assertTrue(ShownValue.isHinted(HINTS, after, dialog, true), "the column of hints is about nothing else");
    }

    private static String hints(SipIndex index) {
        ColumnReader reader = new ColumnReader(Listed.of(index));
        StringBuilder all = new StringBuilder();
        IntStream.range(0, index.dialogs().size())
                .forEach(dialog -> all.append(ShownValue.whole(HINTS, reader, dialog)));
        return all.toString();
    }
}
