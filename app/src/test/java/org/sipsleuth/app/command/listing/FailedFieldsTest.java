package org.sipsleuth.app.command.listing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.DialogValue;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.ContainedRows;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// Each field of the catalogue fails alone, whatever listing it is in.
class FailedFieldsTest {

    private static final List<DialogValue> ALL = List.of(DialogField.values());

    private static SipIndex index;

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        SampleCapture call = SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("call.pcap"))
                .findFirst()
                .orElseThrow();
        index = CaptureIndexer.read(List.of(SampleCaptures.copyTo(call, folder)), RunMonitor.NONE);
    }

    /// What reads the fields of a listing has no way to read this one.
    private static void seed(Listing listing, String reader, DialogField field) throws ReflectiveOperationException {
        Field of = listing.getClass().getDeclaredField(reader);
        of.setAccessible(true);
        Field readings = FieldReader.class.getDeclaredField("readings");
        readings.setAccessible(true);
        ((Map<?, ?>) readings.get(of.get(listing))).remove(field);
    }

    @ParameterizedTest
    @EnumSource
    void aFieldCostsItsCell(DialogField field) throws ReflectiveOperationException {
        String[] whole = new DialogRecords(index, ALL).row(0);
        DialogRecords faulty = new DialogRecords(index, ALL);
        seed(faulty, "reader", field);
        List<String> faults = new ArrayList<>();
        String[] cells = new ContainedRows(faulty, (name, _) -> faults.add(name)).row(0);
        if (!field.equals(DialogField.START)) { // which is read of the frame
            whole[ALL.indexOf(field)] = Column.FAILED;
            assertEquals(List.of("column " + field.key()), faults);
        }
        assertArrayEquals(whole, cells);
    }

    @Test
    void aFieldOfAMethodCostsItsCell() {
        DynamicField fails = DynamicField.of("some.fault", FieldKind.TEXT, "", List.of(), (_, _, _) -> {
            throw new IllegalStateException("a seeded fault");
        });
        Listing listing = new FieldColumns(new DialogRecords(index, List.of(DialogField.CALL_ID)), List.of(fails),
                index, List.of("some.fault", "call_id"));
        String callId = index.dialogs().callId(0);
        assertArrayEquals(new String[]{Column.FAILED, callId}, new ContainedRows(listing, (_, _) -> {}).row(0));
    }

    @Test
    void listingsThatAddColumnsOrChooseRowsPassThemOn() throws ReflectiveOperationException {
        DialogRecords faulty = new DialogRecords(index, ALL);
        seed(faulty, "reader", DialogField.OUTCOME);
        List<Listing> all = Stream
                .of(faulty, new ChosenRows(faulty, IntStream.of(0)), JoinedRows.of(List.of(faulty, faulty)),
                        new FieldColumns(faulty, List.of(), index, ALL.stream().map(DialogValue::key).toList()))
                .toList();
        for (Listing listing : all) {
            String[] cells = new ContainedRows(listing, (_, _) -> {}).row(0);
            assertEquals(1, Stream.of(cells).filter(Column.FAILED::equals).count(), listing.getClass().getName());
        }
    }
}
