package org.sipsleuth.lab.teach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.LabException;
import org.sipsleuth.lab.format.LabFault;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.format.Roster;
import org.sipsleuth.lab.format.Roster.Student;
import org.sipsleuth.lab.format.TeacherMarks;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.score.LabMaterial;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.LabScorer;
import org.sipsleuth.lab.score.Mark;
import org.sipsleuth.lab.score.QuestionScore;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// The marks of a class.
///
/// @param questions of the lab, the same for all but for what stands in their texts
/// @param grades of those who handed in by their points, then the others
/// @param facts about the class: files that were handed in and could not be assigned
public record ClassGrades(List<Question> questions, List<Grade> grades, List<String> facts) {

    private static final String HANDED_IN = "handed-in";
    private static final String JSON = ".json";
    private static final int MOST_MISTAKES = 3;

    public ClassGrades {
        questions = List.copyOf(questions);
        grades = List.copyOf(grades);
        facts = List.copyOf(facts);
    }

    /// What one student has.
    ///
    /// @param score empty if nothing was handed in, or if it cannot be marked
    /// @param marked the points that the teacher gave for texts
    /// @param problem why it cannot be marked, or what the teacher may want to know of it; or empty
    public record Grade(Student student, Optional<LabScore> score, Optional<HandIn> handIn, Map<String, Integer> marked,
            String problem) {

        /// The points for a question; empty for a text that is not marked, or without a hand-in.
        public Optional<Integer> points(Question question) {
            return score.flatMap(all -> all.of(question.id())).flatMap(one -> switch (one.mark()) {
                case RIGHT, PARTLY, WRONG -> Optional.of(one.points());
                case TEACHER, OPEN -> Optional.ofNullable(marked.get(question.id()));
            });
        }

        /// All points, those of the teacher included.
        public int total() {
            return score.map(LabScore::points).orElse(0) + marked.values().stream().mapToInt(points -> points).sum();
        }
    }

    /// Marks what was handed in.
    ///
    /// @param folder of a class set; `answers.json` lies in the folder of each student, or in
    ///     `handed-in/NAME.json`
    /// @throws LabException if the folder is no class set
    public static ClassGrades of(Path folder, RunMonitor monitor) throws IOException {
        Path teacher = folder.resolve(ClassSet.TEACHER);
        Roster roster = ClassSet.read(teacher.resolve(Roster.FILE));
        TeacherMarks marks = TeacherMarks.read(teacher, roster);
        List<Student> students = roster.students();
        List<Grade> grades = new ArrayList<>();
        List<Question> questions = List.of();
        for (Student student : students) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress("Marking", grades.size(), students.size()));
            try {
                LabFolder lab = LabFolder.open(folder.resolve(ClassSet.STUDENTS).resolve(student.folder()));
                questions = questions.isEmpty() ? lab.lab().questions() : questions;
                grades.add(grade(folder, student, lab, marks, monitor));
            } catch (IOException wrong) {
                String problem = wrong instanceof LabException lab ? lab.mistakes().getFirst().text()
                        : String.valueOf(wrong.getMessage());
                grades.add(new Grade(student, Optional.empty(), Optional.empty(), Map.of(), problem));
            }
        }
        grades.sort(Comparator.comparing((Grade grade) -> grade.score().isEmpty())
                .thenComparing(Comparator.comparingInt(Grade::total).reversed())
                .thenComparing(grade -> grade.student().folder()));
        List<String> facts = new ArrayList<>();
        if (roster.secret().isEmpty()) {
            facts.add(LabFault.NO_SECRET.text());
        }
        facts.addAll(unclear(folder, students));
        return new ClassGrades(questions, grades, facts);
    }

    /// Whether all that was handed in could be marked.
    public boolean isComplete() {
        return grades.stream().allMatch(grade -> grade.score().isPresent() || grade.problem().isEmpty());
    }

    /// Files that were handed in under a name that no student has, or twice.
    private static List<String> unclear(Path folder, List<Student> students) throws IOException {
        Path apart = folder.resolve(HANDED_IN);
        if (!Files.isDirectory(apart)) {
            return List.of();
        }
        List<String> unclear = new ArrayList<>();
        try (Stream<Path> files = Files.list(apart)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                Optional<String> owner = students.stream()
                        .map(Student::folder)
                        .filter(student -> name.equals(student + JSON))
                        .findFirst();
                if (owner.isEmpty()) {
                    unclear.add("%s/%s is not marked: no student has a folder of that name".formatted(HANDED_IN,
                            FileName.text(file.getFileName())));
                } else if (Files.exists(folder.resolve(ClassSet.STUDENTS).resolve(owner.get()).resolve(HandIn.FILE))) {
                    unclear.add("%s handed in twice; %s/%s is marked, the file in the student's folder is not"
                            .formatted(owner.get(), HANDED_IN, name));
                }
            }
        }
        return unclear;
    }

    private static Grade grade(Path folder, Student student, LabFolder lab, TeacherMarks marks, RunMonitor monitor)
            throws IOException {
        Path apart = folder.resolve(HANDED_IN).resolve(student.folder() + JSON);
        Path file = Files.exists(apart) ? apart : lab.folder().resolve(HandIn.FILE);
        if (Files.notExists(file)) {
            return new Grade(student, Optional.empty(), Optional.empty(), Map.of(), "");
        }
        Path teacher = folder.resolve(ClassSet.TEACHER).resolve(student.folder());
        HandIn handIn = HandIn.read(file, lab);
        Key key = lab.key(teacher);
        LabMaterial material = new LabMaterial(lab.folder(), Optional.of(teacher), monitor);
        LabScore score = new LabScorer(lab.lab(), Optional.of(key), material).score(handIn.answers(), handIn.hints());
        return new Grade(student, Optional.of(score), Optional.of(handIn), marks.of(student.folder(), lab.lab()),
                String.join("; ", handIn.remarks()));
    }

    /// The share of the points that those who handed in have for a question; a text counts where it
    /// is marked.
    public OptionalDouble share(Question question) {
        return grades.stream()
                .flatMap(grade -> grade.points(question).stream())
                .mapToDouble(points -> (double) points / question.points())
                .average();
    }

    /// The question with the lowest share.
    public Optional<Question> hardest() {
        return questions.stream()
                .filter(question -> share(question).isPresent())
                .min(Comparator.comparingDouble(question -> share(question).orElse(1)));
    }

    /// How often each reason was given for a wrong answer, the most frequent first; an answer that is
    /// missing is none.
    public List<Map.Entry<String, Integer>> wrongAnswers(Question question) {
        Map<String, Integer> reasons = new HashMap<>();
        for (Grade grade : grades) {
            grade.score()
                    .flatMap(score -> score.of(question.id()))
                    .filter(score -> score.mark() == Mark.WRONG && !score.answer().isBlank())
                    .map(QuestionScore::reason)
                    .ifPresent(reason -> reasons.merge(reason, 1, Integer::sum));
        }
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(reasons.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        return Collections.unmodifiableList(sorted);
    }

    /// How many handed in without an answer to a question.
    public long unanswered(Question question) {
        return grades.stream()
                .flatMap(grade -> grade.score().flatMap(score -> score.of(question.id())).stream())
                .filter(score -> score.answer().isBlank())
                .count();
    }

    /// The hardest question and its most frequent mistakes, a line each; empty if nothing is marked.
    public List<String> hardestText() {
        return hardest().map(this::text).orElse(List.of());
    }

    private List<String> text(Question question) {
        List<String> lines = new ArrayList<>();
        lines.add("hardest question: %s %s, %.0f %% of the points".formatted(question.id(), question.title(),
                100 * share(question).orElse(0)));
        wrongAnswers(question).stream()
                .limit(MOST_MISTAKES)
                .forEach(each -> lines.add("  %d × %s".formatted(each.getValue(), each.getKey())));
        long open = unanswered(question);
        if (open > 0) {
            lines.add("  %d × not answered".formatted(open));
        }
        return lines;
    }

    /// Facts about what was handed in: never a judgement.
    public List<String> checks() {
        List<String> checks = new ArrayList<>();
        long handedIn = grades.stream().filter(grade -> grade.score().isPresent()).count();
        checks.add("%d of %d handed in".formatted(handedIn, grades.size()));
        for (Grade grade : grades) {
            if (!grade.problem().isEmpty()) {
                checks.add("%s: %s".formatted(grade.student().name(), grade.problem()));
            }
        }
        checks.addAll(facts);
        for (int i = 0; i < grades.size(); i++) {
            for (int k = i + 1; k < grades.size(); k++) {
                int same = same(grades.get(i), grades.get(k));
                if (same > 0) {
                    checks.add("%s and %s gave the same %d answers, although their captures differ"
                            .formatted(grades.get(i).student().name(), grades.get(k).student().name(), same));
                }
            }
        }
        return checks;
    }

    /// How many answers that cannot both be right are the same; fewer than three are chance.
    private static int same(Grade one, Grade other) {
        if (one.handIn().isEmpty() || other.handIn().isEmpty()) {
            return 0;
        }
        Map<String, String> theirs = other.handIn().get().answers();
        int same = (int) one.handIn()
                .get()
                .answers()
                .entrySet()
                .stream()
                .filter(each -> !each.getValue().isBlank() && each.getValue().equals(theirs.get(each.getKey())))
                .filter(each -> !bothRight(each.getKey(), one, other))
                .count();
        return same < 3 ? 0 : same;
    }

    private static boolean bothRight(String question, Grade one, Grade other) {
        return isRight(question, one) && isRight(question, other);
    }

    private static boolean isRight(String question, Grade grade) {
        return grade.score().flatMap(score -> score.of(question)).filter(one -> one.mark() == Mark.RIGHT).isPresent();
    }
}
