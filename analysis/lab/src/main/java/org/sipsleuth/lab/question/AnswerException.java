package org.sipsleuth.lab.question;

/// Why a text is no answer to a question: one sentence that says what to write instead.
public final class AnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    AnswerException(String reason) {
        super(reason);
    }

    /// The sentence.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
