package org.sipsleuth.lab.teach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputFolder;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.lab.format.LabException;
import org.sipsleuth.lab.format.LabFault;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.format.RosterReader;
import org.sipsleuth.lab.json.LabJson;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A lab for each student of a class.
///
/// `students/NAME` is what a student gets: captures, `lab.json`, the sheet. `teacher/NAME` is kept:
/// ground truth and `key.json`. `teacher/class.json` lists the students.
public final class ClassSet {

    /// The folder of what is handed out.
    public static final String STUDENTS = "students";

    /// The folder that is kept.
    public static final String TEACHER = "teacher";

    /// The list of students, in the teacher's folder.
    public static final String ROSTER = "class.json";

    static final String FORMAT = "sipsleuth-lab-class";

    /// What some editors write before the first line.
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /// More are no class.
    public static final int MOST_STUDENTS = 500;

    /// A student of a class.
    ///
    /// @param folder the name of both folders: `student-07`
    /// @param name as it stands on the sheet
    public record Student(String folder, String name, long seed) {}

    private ClassSet() {}

    /// Makes a class set.
    ///
    /// @param names of the students; each gets a seed of its own
    /// @param folder made if it is missing; nothing in it is replaced
    public static List<Student> make(Recipe recipe, List<String> names, long seed, Path folder, RunMonitor monitor)
            throws IOException {
        List<Long> seeds = ClassSeeds.of(seed, names.size());
        List<Student> students = new ArrayList<>();
        try (OutputFolder _ = OutputFolder.at(folder); OutputFolder _ = OutputFolder.at(folder.resolve(STUDENTS));
                OutputFolder _ = OutputFolder.at(folder.resolve(TEACHER))) {
            OutputFile roster = OutputFile.at(folder.resolve(TEACHER).resolve(ROSTER), OutputRules.NEW_FILES);
            for (int i = 0; i < names.size(); i++) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Making labs", i, names.size()));
                String own = "student-%02d".formatted(i + 1);
                Student student = new Student(own, names.get(i), seeds.get(i));
                LabFolder lab = LabMaker.make(recipe, student.seed(), student.name(),
                        folder.resolve(STUDENTS).resolve(own), folder.resolve(TEACHER).resolve(own), monitor);
                new LabSheet(lab.lab()).write(lab.folder());
                students.add(student);
            }
            roster.write(LabJson.write(json(recipe, seed, students)));
        }
        return students;
    }

    private static Map<String, Object> json(Recipe recipe, long seed, List<Student> students) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", 1);
        json.put("lab", recipe.syllabus().id());
        json.put("seed", seed);
        List<Object> rows = new ArrayList<>();
        for (Student student : students) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("folder", student.folder());
            row.put("name", student.name());
            row.put("seed", student.seed());
            rows.add(row);
        }
        json.put("students", rows);
        return json;
    }

    /// The students of a class set.
    ///
    /// @throws LabException if the folder holds none
    static List<Student> read(Path folder) throws IOException {
        Path file = folder.resolve(TEACHER).resolve(ROSTER);
        if (!Files.isRegularFile(file)) {
            throw LabException.of(TEACHER + "/" + ROSTER, LabFault.NO_FILE);
        }
        try (InputStream in = RegularFile.open(file)) {
            byte[] bytes = in.readNBytes(LabJson.MOST_BYTES + 1);
            return RosterReader.read(bytes, ROSTER, FORMAT)
                    .stream()
                    .map(row -> new Student(row.folder(), row.name(), row.seed()))
                    .toList();
        }
    }

    /// The names of students who have none.
    public static List<String> numbered(int students) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= students; i++) {
            names.add("Student %d".formatted(i));
        }
        return names;
    }

    /// The names in a file, one a line; two students may have the same.
    public static List<String> names(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            String text = new String(in.readNBytes(LabJson.MOST_BYTES), StandardCharsets.UTF_8);
            return text.replace(BYTE_ORDER_MARK, "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
