package org.sipsleuth.lab.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.lab.json.LabJson;

/// The list of a class, which the teacher keeps: whoever has its secret can make all keys.
///
/// @param lab the id of the recipe
/// @param seed that of the class
/// @param secret 128 bits, hexadecimal; empty for a class of an older version, whose students have
///     seeds
public record Roster(String lab, long seed, String secret, List<Student> students) {

    /// The name of the file in the teacher's folder.
    public static final String FILE = "class.json";

    private static final String FORMAT = EvidenceKind.LAB_CLASS.mark();
    private static final int SECRET_DIGITS = 32;
    private static final int MOST_STUDENTS = 1_000;

    /// How many characters a name can have.
    public static final int LONGEST_NAME = 200;

    /// A student of a class.
    ///
    /// @param folder the name of both folders: `student-07`
    /// @param name as it stands on the sheet
    /// @param seed of a class without a secret
    public record Student(String folder, String name, OptionalLong seed) {}

    public Roster {
        students = List.copyOf(students);
    }

    /// Reads a list.
    ///
    /// @throws LabException with every mistake, if it has any
    public static Roster read(byte[] bytes) throws LabException {
        List<LabMistake> mistakes = new ArrayList<>();
        FieldReader json = FieldReader.of(FILE, bytes, mistakes);
        json.format(FORMAT, Lab.VERSION);
        String lab = json.word("lab");
        long seed = json.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L);
        String secret = json.optional("secret", SECRET_DIGITS);
        if (!secret.isEmpty() && !LabReader.isHex(secret, SECRET_DIGITS)) {
            json.wrong("secret", LabFault.HEX, "secret", SECRET_DIGITS);
        }
        List<Student> students = new ArrayList<>();
        for (FieldReader each : json.objects("students", MOST_STUDENTS)) {
            students.add(new Student(each.fileName("folder"), each.optional("name", LONGEST_NAME), each.seed()));
            each.end();
        }
        json.end();
        if (!mistakes.isEmpty()) {
            throw new LabException(mistakes);
        }
        return new Roster(lab, seed, secret, students);
    }

    /// The text of the file: the same for the same list.
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", Lab.VERSION);
        json.put("lab", lab);
        json.put("seed", seed);
        json.put("secret", secret);
        List<Object> rows = new ArrayList<>();
        for (Student student : students) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("folder", student.folder());
            row.put("name", student.name());
            rows.add(row);
        }
        json.put("students", rows);
        return LabJson.write(json);
    }
}
