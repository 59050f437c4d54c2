package org.sipsleuth.lab.format;

import java.util.ArrayList;
import java.util.List;

/// Reads the list of students of a class set.
public final class RosterReader {

    private static final int MOST_STUDENTS = 1_000;
    private static final int LONGEST_NAME = 200;

    /// A student.
    public record Row(String folder, String name, long seed) {}

    private RosterReader() {}

    /// The students.
    ///
    /// @throws LabException with every mistake, if it has any
    public static List<Row> read(byte[] bytes, String file, String format) throws LabException {
        List<LabMistake> mistakes = new ArrayList<>();
        FieldReader json = FieldReader.of(file, bytes, mistakes);
        json.format(format, Lab.VERSION);
        json.word("lab");
        json.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        List<Row> rows = new ArrayList<>();
        for (FieldReader each : json.objects("students", MOST_STUDENTS)) {
            rows.add(new Row(each.fileName("folder"), each.optional("name", LONGEST_NAME),
                    each.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L)));
            each.end();
        }
        json.end();
        if (!mistakes.isEmpty()) {
            throw new LabException(mistakes);
        }
        return rows;
    }
}
