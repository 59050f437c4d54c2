package org.sipsleuth.report.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnTest {

    /// Captured text may have any sign.
    @Test
    void aValueIsOneWhateverSignsItHas() {
        assertEquals(List.of("a\uFFFDb", "c"), Column.values(Column.list(List.of("a\0b", "c"))));
        assertEquals(List.of("a", "b", "c"), Column.values(Column.list(List.of("a", "b", "c"))));
        assertEquals("", Column.list(List.of()));
    }
}
