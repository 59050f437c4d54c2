package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.score.LabMaterial;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.LabScorer;
import org.sipsleuth.lab.score.TruthText;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.clock.SeededRandom;

/// A lab of a recipe that was made into folders of a test.
record SolvedLab(LabFolder lab, Key key, Path teacher) {

    static SolvedLab make(Recipe recipe, long seed, Path folder) throws IOException {
        Path student = folder.resolve("student-" + seed);
        Path teacher = folder.resolve("teacher-" + seed);
        LabMaker.make(recipe, new SeededRandom(seed), "", student, teacher, RunMonitor.NONE);
        LabFolder opened = LabFolder.open(student);
        return new SolvedLab(opened, opened.key(teacher), teacher);
    }

    /// The answers of the key, as a student types them.
    Map<String, String> rightAnswers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : lab.lab().questions()) {
            answers.put(question.id(), TruthText.answer(key.of(question.id()).orElseThrow().truth()));
        }
        return answers;
    }

    LabScore score(Map<String, String> answers) throws IOException {
        LabMaterial material = new LabMaterial(lab.folder(), Optional.of(teacher), RunMonitor.NONE);
        return new LabScorer(lab.lab(), Optional.of(key), material).score(answers, Map.of());
    }

    boolean hasInStudentFolder(String name) {
        return Files.exists(lab.folder().resolve(name));
    }
}
