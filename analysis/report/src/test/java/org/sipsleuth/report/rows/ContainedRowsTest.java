package org.sipsleuth.report.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.run.RunMonitor;

/// A cell that fails costs itself, a row that fails itself, in every format and for every kind of
/// column.
class ContainedRowsTest {

    private static final int ROWS = 3;

    /// Three rows, of which the middle one fails.
    ///
    /// @param isApart whether its cells are computed one by one, of which the first one fails
    private record Faulty(List<Column> columns, boolean isApart) implements Listing {

        @Override
        public int size() {
            return ROWS;
        }

        @Override
        public String[] row(int row) {
            return IntStream.range(0, columns.size()).mapToObj(column -> of(row, column)).toArray(String[]::new);
        }

        @Override
        public String cell(int row, int column) {
            return isApart ? of(row, column) : Listing.super.cell(row, column);
        }

        private String of(int row, int column) {
            if (row == 1 && column == 0) {
                throw new IllegalStateException("a seeded fault");
            }
            return columns.get(column).kind() == Column.Kind.BOOLEAN ? "true" : Integer.toString(row);
        }
    }

    private static Column column(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> Column.text("one");
            case NUMBER -> Column.number("one");
            case TIME -> Column.time("one");
            case BOOLEAN -> Column.bool("one");
            case LIST -> Column.list("one");
            case NUMBERS -> Column.numbers("one");
        };
    }

    private static String written(Format format, Listing listing, List<String> faults) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = RowWriter.open(format, listing.columns(), Destination.ofFile(out), false)) {
            listing.writeTo(writer, (name, _) -> faults.add(name));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void aCellCostsItself(Column.Kind kind) throws IOException {
        Listing listing = new Faulty(List.of(column(kind), Column.text("two")), true);
        List<String> faults = new ArrayList<>();
        assertEquals("(failed),1", written(Format.CSV, listing, faults).lines().toList().get(2));
        String row = written(Format.JSONL, listing, faults).lines().toList().get(1);
        String iso = kind == Column.Kind.TIME ? "\"one_iso\":null," : "";
        assertEquals("{\"one\":null," + iso + "\"two\":\"1\",\"failed\":[\"one\"]}", row);
        assertEquals("(failed)  1", written(Format.TEXT, listing, faults).lines().toList().get(2).strip());
        assertEquals(List.of("column one", "column one", "column one"), faults);
    }

    @Test
    void aRowThatIsComputedAsOneCostsItself() throws IOException {
        Listing listing = new Faulty(List.of(Column.number("one"), Column.text("two")), false);
        List<String> faults = new ArrayList<>();
        assertEquals(List.of("one,two", "0,0", "(failed),(failed)", "2,2"),
                written(Format.CSV, listing, faults).lines().toList());
        assertEquals(List.of("row"), faults);
    }

    @Test
    void textOfACaptureIsNoFault() throws IOException {
        Listing listing = new Faulty(List.of(Column.text("one")), true);
        assertEquals("{\"one\":\"(failed)\"}", written(Format.JSONL, new Listing() {
            @Override
            public List<Column> columns() {
                return listing.columns();
            }

            @Override
            public int size() {
                return 1;
            }

            @Override
            public String[] row(int row) {
                return new String[]{"(failed)"};
            }
        }, new ArrayList<>()).strip());
    }

    @Test
    void whoDoesNotShowWhatIsMissingEnds() {
        Listing listing = new Faulty(List.of(Column.text("one")), true);
        assertThrows(IllegalStateException.class, () -> listing.writeTo(
                RowWriter.open(Format.CSV, listing.columns(), Destination.ofFile(new ByteArrayOutputStream()), false),
                RunMonitor.NONE));
    }
}
