package org.sipsleuth.lab.recipe;

import java.io.IOException;

/// A lab that is made anew for each seed: another capture, other answers, the same difficulty.
public interface Recipe {

    /// What it is about, the same for all seeds.
    Syllabus syllabus();

    /// Makes the captures, the questions and the key.
    ///
    /// @throws IOException if a capture cannot be written
    void make(LabDraft draft) throws IOException;
}
