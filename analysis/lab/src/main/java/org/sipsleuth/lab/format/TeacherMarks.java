package org.sipsleuth.lab.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.file.EvidenceKind;

/// The points that a teacher gives for texts, in `marks.json` of the teacher's folder, by student and
/// question.
public final class TeacherMarks {

    /// The name of the file.
    public static final String FILE = "marks.json";

    private static final String FORMAT = EvidenceKind.LAB_MARKS.mark();
    private static final byte[] NONE = {'{', '}'};
    private static final int MOST_POINTS = 1_000;

    private final byte[] bytes;

    private TeacherMarks(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads the marks of a class; none if there is no such file.
    ///
    /// @throws LabException if a name in it is no student's folder
    public static TeacherMarks read(Path teacher, Roster roster) throws IOException {
        boolean isThere = Files.exists(teacher.resolve(FILE));
        TeacherMarks marks = new TeacherMarks(isThere ? LabFolder.bytes(teacher, FILE, LabFault.NO_FILE) : NONE);
        List<LabMistake> mistakes = new ArrayList<>();
        FieldReader json = FieldReader.of(FILE, marks.bytes, mistakes);
        json.optionalFormat(FORMAT);
        roster.students().forEach(student -> json.counts(student.folder(), MOST_POINTS));
        json.end();
        if (!mistakes.isEmpty()) {
            throw new LabException(mistakes);
        }
        return marks;
    }

    /// The points of a student, by the id of the question.
    ///
    /// @throws LabException if a question is not the teacher's to mark, or has fewer points
    public Map<String, Integer> of(String student, Lab lab) throws LabException {
        List<LabMistake> mistakes = new ArrayList<>();
        FieldReader json = FieldReader.of(FILE, bytes, mistakes);
        Map<String, Integer> points = json.counts(student, MOST_POINTS);
        points.forEach((id, given) -> lab.question(id).ifPresentOrElse(question -> {
            if (question.kind().isMarked()) {
                json.wrong(student, LabFault.PROGRAM_MARKS, id);
            } else if (given > question.points()) {
                json.wrong(student, LabFault.WHOLE, id, 0, question.points(), given);
            }
        }, () -> json.wrong(student, LabFault.NO_QUESTION, id)));
        if (!mistakes.isEmpty()) {
            throw new LabException(mistakes);
        }
        return points;
    }
}
