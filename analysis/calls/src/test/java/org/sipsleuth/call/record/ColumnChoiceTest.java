package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ColumnChoiceTest {

    @Test
    void twoColumnsOfOneMeaningAreAQuestion() {
        ColumnChoice choice = ColumnChoice.of(List.of("Caller", "callee", "start", "src", "Start"));
        assertEquals(List.of(ColumnMeaning.CALLER, ColumnMeaning.START), choice.questions());
        assertEquals("2 columns could be the caller: \"Caller\" (column 1) and \"src\" (column 4)",
                choice.question(ColumnMeaning.CALLER));
        assertEquals(Optional.empty(), choice.columns());
        assertEquals(Optional.of(new CsvColumns(3, 1, 4, OptionalInt.empty(), OptionalInt.empty())),
                choice.named(Map.of(ColumnMeaning.CALLER, "src", ColumnMeaning.START, "Start")).columns());
    }

    @Test
    void equalNamesAreChosenByNumber() {
        ColumnChoice choice = ColumnChoice.of(List.of("from", "to", "to", "time"));
        assertEquals(List.of(ColumnMeaning.CALLEE), choice.questions());
        assertEquals("3", choice.unique(2));
        assertEquals("from", choice.unique(0));
        assertEquals(List.of(ColumnMeaning.CALLEE), choice.named(Map.of(ColumnMeaning.CALLEE, "to")).questions());
        assertEquals(List.of(2), choice.named(Map.of(ColumnMeaning.CALLEE, "3")).candidates(ColumnMeaning.CALLEE));
        for (String none : List.of("0", "5", "-1", "99999999999", "nobody")) {
            assertEquals(List.of(), choice.named(Map.of(ColumnMeaning.CALLEE, none)).candidates(ColumnMeaning.CALLEE));
        }
    }

    /// `billsec` is what they talk, `duration` begins with the ringing; `src` is the number, `clid`
    /// a text.
    @Test
    void theColumnsOfACommonExchangeAreNoQuestion() {
        ColumnChoice choice = ColumnChoice.of(List.of("accountcode", "src", "dst", "clid", "start", "answer", "end",
                "duration", "billsec", "disposition"));
        assertEquals(Optional.of(new CsvColumns(1, 2, 4, OptionalInt.of(8), OptionalInt.of(9))), choice.columns());
    }

    @Test
    void everyMeaningCanBeAQuestion() {
        ColumnChoice choice = ColumnChoice
                .of(List.of("from", "src", "to", "dst", "start", "begin", "talk", "billsec", "status", "code"));
        assertEquals(List.of(ColumnMeaning.values()), choice.questions());
        assertTrue(choice.question(ColumnMeaning.ANSWERED).startsWith("2 columns could be the answer"));
    }
}
