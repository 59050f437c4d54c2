package org.sipsleuth.evaluate.social;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// How long calls of the simulator's table took from the INVITE to its final response. Immutable.
final class SetupTimes {

    private static final String COLUMN = "setup";
    private static final int FIRST_ROOM = 1 << 12;
    private static final double MILLIS = 1_000;

    /// In ms, by the row of the table, whose head is row 1.
    private final int[] millis;

    private SetupTimes(int[] millis) {
        this.millis = millis;
    }

    /// Reads a table of call records that the simulator wrote.
    static SetupTimes read(Reader text, char delimiter) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).setHeader().setSkipHeaderRecord(true).get();
        int[] millis = new int[FIRST_ROOM];
        int row = 2;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord record : parser) {
                if (row == millis.length) {
                    millis = Arrays.copyOf(millis, 2 * row);
                }
                millis[row++] = (int) Math.round(Double.parseDouble(record.get(COLUMN)) * MILLIS);
            }
        }
        return new SetupTimes(Arrays.copyOf(millis, row));
    }

    /// Of a call, in seconds, 0 or more.
    ///
    /// @param origin of the call in its records
    double seconds(int origin) {
        return millis[origin] / MILLIS;
    }
}
