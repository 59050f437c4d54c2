package org.sipsleuth.lab.teach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.sipsleuth.capture.file.RegularFile;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputFolder;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.lab.format.LabException;
import org.sipsleuth.lab.format.LabFault;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.format.Roster;
import org.sipsleuth.lab.format.Roster.Student;
import org.sipsleuth.lab.json.LabJson;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.clock.SeededRandom;

/// A lab for each student of a class.
///
/// `students/NAME` is what a student gets: captures, `lab.json`, the sheet. `teacher/NAME` is kept:
/// ground truth and `key.json`. `teacher/class.json` lists the students, and has the secret that all
/// labs are made of.
public final class ClassSet {

    /// The folder of what is handed out.
    public static final String STUDENTS = "students";

    /// The folder that is kept.
    public static final String TEACHER = "teacher";

    /// What some editors write before the first line.
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /// More are no class.
    public static final int MOST_STUDENTS = 500;

    private static final int SECRET_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClassSet() {}

    /// The list of a new class, with a secret of its own.
    ///
    /// @param seed mixed with the secret
    public static Roster of(Recipe recipe, List<String> names, long seed) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        List<Student> students = new ArrayList<>();
        for (String name : names) {
            students.add(new Student("student-%02d".formatted(students.size() + 1), name, OptionalLong.empty()));
        }
        return new Roster(recipe.syllabus().id(), seed, HexFormat.of().formatHex(secret), students);
    }

    /// Makes a class set. The same list gives the same files.
    ///
    /// @param folder made if it is missing; nothing in it is replaced
    /// @throws LabException if the list has no secret, or its lab is unknown
    public static void make(Roster roster, Path folder, RunMonitor monitor) throws IOException {
        if (roster.secret().isEmpty()) {
            throw LabException.of(Roster.FILE, LabFault.NO_SECRET);
        }
        Recipe recipe = Recipes.named(roster.lab())
                .orElseThrow(() -> LabException.of(Roster.FILE, LabFault.NO_RECIPE, roster.lab()));
        try (OutputFolder _ = OutputFolder.at(folder); OutputFolder _ = OutputFolder.at(folder.resolve(STUDENTS));
                OutputFolder _ = OutputFolder.at(folder.resolve(TEACHER))) {
            OutputFile list = OutputFile.at(folder.resolve(TEACHER).resolve(Roster.FILE), OutputRules.NEW_FILES);
            int made = 0;
            for (Student student : roster.students()) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Making labs", made++, roster.students().size()));
                LabFolder lab = LabMaker.make(recipe, draws(roster, student), student.name(),
                        folder.resolve(STUDENTS).resolve(student.folder()),
                        folder.resolve(TEACHER).resolve(student.folder()), monitor);
                new LabSheet(lab.lab()).write(lab.folder());
            }
            list.write(roster.text());
        }
    }

    private static SeededRandom draws(Roster roster, Student student) {
        return SeededRandom.ofSecret(HexFormat.of().parseHex(roster.secret()))
                .of(roster.lab(), roster.seed())
                .of(student.folder());
    }

    /// The list of a class set.
    ///
    /// @param file `class.json`
    /// @throws LabException if it is none
    public static Roster read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw LabException.of(TEACHER + "/" + Roster.FILE, LabFault.NO_FILE);
        }
        try (InputStream in = RegularFile.open(file)) {
            return Roster.read(in.readNBytes(LabJson.MOST_BYTES + 1));
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
