package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.nio.file.Path;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputFolder;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.KeyWriter;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Makes a lab of a recipe in two folders.
public final class LabMaker {

    private LabMaker() {}

    /// Makes a lab for practice: anybody who knows its seed can make its key.
    ///
    /// @param folder where all its files go
    public static LabFolder practice(Recipe recipe, long seed, Path folder, RunMonitor monitor) throws IOException {
        return make(recipe, new SeededRandom(seed), "", folder, folder, monitor);
    }

    /// Makes a lab for one student. The folders are made if they are missing; nothing in them is
    /// replaced. The same recipe and draws give the same files.
    ///
    /// @param draws of a seed, which stands in `lab.json`, or of a secret, of which nothing does
    /// @param student where the captures and `lab.json` go
    /// @param teacher where the ground truth and `key.json` go: the same folder for study alone
    /// @param name the student's, or empty
    public static LabFolder make(Recipe recipe, SeededRandom draws, String name, Path student, Path teacher,
            RunMonitor monitor) throws IOException {
        try (OutputFolder _ = OutputFolder.at(student); OutputFolder _ = OutputFolder.at(teacher)) {
            LabDraft draft = new LabDraft(draws, student, teacher, monitor);
            recipe.make(draft);
            Syllabus about = recipe.syllabus();
            LabFolder lab = LabFolder.write(student, draft.lab(about, name), OutputRules.NEW_FILES);
            Key key = draft.key(about, lab.digest());
            OutputFile.at(teacher.resolve(Key.FILE), OutputRules.NEW_FILES).write(KeyWriter.text(key));
            return lab;
        }
    }
}
