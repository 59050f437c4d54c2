package org.sipsleuth.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.finding.TrainingUnavailableException;
import org.sipsleuth.sequence.training.TrainingLibrary;

/// The tests of this module run without the module `training`.
class TrainingModuleTest {

    private static final String MISSING =
            "cannot train: the training module (DL4J) is not installed; analysis with existing"
                    + " models works without it. ";

    @TempDir Path folder;

    private static String refused(String folder) {
        return assertThrows(TrainingUnavailableException.class,
                () -> TrainingModule.find(TrainingLibrary.class, folder)).getMessage();
    }

    @Test
    void withoutTheModuleTrainingIsRefusedInASentence() {
        assertEquals(MISSING + "Start the program with ./sipsleuth, or set -Dsipsleuth.training=FOLDER", refused(null));
    }

    @Test
    void anEmptyOrMissingFolderIsNamed() {
        assertEquals(MISSING + "It is expected in " + folder, refused(folder.toString()));
        Path none = folder.resolve("none");
        assertEquals(MISSING + "It is expected in " + none, refused(none.toString()));
    }
}
