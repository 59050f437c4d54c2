package org.sipsleuth.problem;

import org.sipsleuth.sentence.MethodTexts;

/// What is said of problems: titles, explanations, advice and settings.
public final class ProblemTexts {

    public static final MethodTexts TEXTS = MethodTexts.beside(ProblemTexts.class);

    private ProblemTexts() {}
}
