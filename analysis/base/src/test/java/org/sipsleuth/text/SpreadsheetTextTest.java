package org.sipsleuth.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpreadsheetTextTest {

    @Test
    void aFormulaBecomesText() {
        for (String formula : new String[]{"=1+1", "+1", "-1", "-A1(0)", "@SUM(1)", "\t=1", "\rx", "\n=1", "\uff1d1"}) {
            assertEquals("'" + formula, SpreadsheetText.of(formula));
        }
    }

    @Test
    void aFormulaInTheCellOfAnotherSeparatorBecomesText() {
        assertEquals("a;'=cmd|' /C calc'!A0;b", SpreadsheetText.of("a;=cmd|' /C calc'!A0;b"));
        assertEquals("a\t'@SUM(1)", SpreadsheetText.of("a\t@SUM(1)"));
        assertEquals("a\r\n'-2+3+cmd|x!A0", SpreadsheetText.of("a\r\n-2+3+cmd|x!A0"));
        assertEquals("a; '=A1(0)", SpreadsheetText.of("a; =A1(0)"));
        assertEquals("'=a;'=HYPERLINK(0)", SpreadsheetText.of("=a;=HYPERLINK(0)"));
    }

    /// A pattern that tries each letter anew would never end.
    @Test
    void aLongTextIsReadOnce() {
        String letters = "a".repeat(2_000_000);
        assertEquals("'-" + letters + "(", SpreadsheetText.of("-" + letters + "("));
        assertEquals(";-" + letters, SpreadsheetText.of(";-" + letters));
    }

    @Test
    void otherTextStays() {
        for (String text : new String[]{
            "",
            "-qmkXFnQa-mI..",
            "<sip:a@b>;+sip.instance=\"<urn:uuid:0>\";+g.3gpp.x",
            "a=b(c)",
            "x; -5",
            "2-3"}) {
            assertEquals(text, SpreadsheetText.of(text));
        }
    }
}
