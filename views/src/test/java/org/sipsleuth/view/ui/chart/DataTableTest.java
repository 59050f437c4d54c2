package org.sipsleuth.view.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {

    private static DataTable of(Object value) {
        return new DataTable(List.of("value"), List.of(List.of(value)));
    }

    @Test
    void aTextThatASpreadsheetTakesForAFormulaGetsAnApostrophe() {
        assertEquals("value\r\n'=1+2\r\n", of("=1+2").csv());
        assertEquals("value\r\n'+49\r\n", of("+49").csv());
        assertEquals("value\r\n'@SUM(A1)\r\n", of("@SUM(A1)").csv());
        assertEquals("value\r\n'-2\r\n", of("-2").csv());
        assertEquals("value\r\n' =1\r\n", of("\t=1").csv());
        assertEquals("value\r\n'\uff1d1+2\r\n", of("\uff1d1+2").csv());
        assertEquals("value\r\na;'=A1(0);b\r\n", of("a;=A1(0);b").csv());
    }

    @Test
    void anIdentifierIsThatOfTheCommandLine() {
        assertEquals("value\r\n-qmkXFnQa\r\n", of("-qmkXFnQa").csv());
    }

    @Test
    void aNumberStaysANumber() {
        assertEquals("value\r\n-2.5\r\n", of(-2.5).csv());
        assertEquals("[\n  {\"value\": -2.5}\n]\n", of(-2.5).json());
    }

    @Test
    void commasQuotesAndLineEndsStayInTheirCell() {
        assertEquals("value\r\n\"a,b\"\"c\"\r\n", of("a,b\"c").csv());
        assertEquals("value\r\na  b\r\n", of("a\r\nb").csv());
    }

    @Test
    void jsonEscapesWhatWouldEndItsText() {
        assertEquals("[\n  {\"value\": \"a\\\"\\\\\\u000a\"}\n]\n", of("a\"\\\n").json());
    }

    @Test
    void whatIsNoFiniteNumberIsATextInJson() {
        assertEquals("[\n  {\"value\": \"NaN\"}\n]\n", of(Double.NaN).json());
    }
}
