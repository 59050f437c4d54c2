package org.sipsleuth.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.number.RateTable.Kind;
import org.sipsleuth.number.RateTable.Rate;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.setting.SettingException;

class RateTableTest {

    private static RateTable read(String text) throws IOException {
        return RateTable.read(new StringReader(text));
    }

    @Test
    void theLongestPrefixDecides() throws IOException {
        RateTable table = read("prefix,price,kind\n+371,0.10\n+37190,3.5,premium\n\n1,0,\n");
        assertEquals(3, table.size());
        assertEquals(Optional.of(new Rate(3.5, Kind.PREMIUM)), table.rate("37190000123"));
        assertEquals(Optional.of(new Rate(0.1, Kind.UNSTATED)), table.rate("37120000123"));
        assertEquals(Optional.empty(), table.rate("4930"));
    }

    @Test
    void spreadsheetsOfOtherCountriesAreRead() throws IOException {
        RateTable table = read("\uFEFFVorwahl;Preis;Art\r\n\"+43\";\"0,25\";Ordinary\r\n");
        assertEquals(Optional.of(new Rate(0.25, Kind.ORDINARY)), table.rate("431"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {
                "+49,1,free | line 1: must be ordinary, premium, satellite or blocked (got free)",
                "+49 | line 1: 1 columns instead of prefix,price,kind",
                "0049,1 | line 1: 0049 is not an international prefix",
                "+49x,1 | line 1: +49x is not an international prefix",
                "+1234567890123456,1 | line 1: +1234567890123456 is not an international prefix",
                "+49,-1 | line 1: -1 is not a price per minute",
                "+49,NaN1 | line 1: NaN1 is not a price per minute",
                "+49,1000001 | line 1: 1000001 is not a price per minute"})
    void aWrongLineIsNamed(String text, String message) {
        IOException error = assertThrows(RateTableException.class, () -> read(text));
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
        assertTrue(error.getMessage().endsWith("the rate table is not used. Correct the file and try again"));
    }

    @Test
    void aPrefixListedTwiceIsAnError() {
        assertThrows(RateTableException.class, () -> read("+49,1\n49,2\n"));
    }

    /// A file without line ends is not read into memory, and one of too many lines neither.
    @Test
    void whatNeverEndsIsRefused() {
        Reader line = endless("7");
        assertThrows(RateTableException.class, () -> RateTable.read(line));
        int[] next = {0};
        Reader rows = new Reader() {
            private String text = "";

            @Override
            public int read(char[] into, int from, int length) {
                if (text.isEmpty()) {
                    text = (1_000_000 + next[0]++) + ",1\n";
                }
                int count = Math.min(length, text.length());
                text.getChars(0, count, into, from);
                text = text.substring(count);
                return count;
            }

            @Override
            public void close() {}
        };
        assertThrows(RateTableException.class, () -> RateTable.read(rows));
    }

    private static Reader endless(String text) {
        return new Reader() {
            @Override
            public int read(char[] into, int from, int length) {
                into[from] = text.charAt(0);
                return 1;
            }

            @Override
            public void close() {}
        };
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            assertTrue(read(text).size() >= 0);
        } catch (IOException refused) {
            assertTrue(String.valueOf(refused.getMessage()).contains("line "));
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("rates.csv"), new byte[]{'1', ',', (byte) 0xff});
        IOException error = assertThrows(RateTableException.class, () -> RateTable.read(file));
        assertTrue(String.valueOf(error.getMessage()).startsWith("the file is not UTF-8 text"));
    }

    @Test
    void aModelKeepsTheRates(@TempDir Path folder) throws IOException, SettingException {
        Path file = Files.writeString(folder.resolve("rates.csv"), "+37190,3.5,premium\n+1,0.01\n");
        RuleMethod method = new RuleMethod();
        ModelFile model = RuleMethod.with(method.shipped(), Map.of("toll-rates", file.toString(), "toll-calls", "5"));
        Files.delete(file);
        ModelFile again = ModelFile.read(model.toBytes());
        RateTable table = RateTable.of(again);
        assertEquals(2, table.size());
        assertEquals(Optional.of(new Rate(3.5, Kind.PREMIUM)), table.rate("371901"));
        assertEquals("5", again.modelFacts().settings().text("toll-calls"));
        assertEquals(2, RateTable.of(RuleMethod.with(again, Map.of("toll-calls", "6"))).size());
    }

    @Test
    void aMissingFileIsReported() {
        RuleMethod method = new RuleMethod();
        SettingException error = assertThrows(SettingException.class,
                () -> RuleMethod.with(method.shipped(), Map.of("toll-rates", "/none/such")));
        assertTrue(String.valueOf(error.getMessage()).startsWith("toll-rates: /none/such"));
    }
}
