package org.sipsleuth.lab.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a question asks for, and thereby how its answer is marked.
public enum QuestionKind {
    /// A text or a number: all or nothing.
    VALUE,
    /// One of several choices: all or nothing.
    ONE_OF,
    /// Several of several choices: F1.
    SEVERAL_OF,
    /// A set of addresses: F1.
    HOSTS,
    /// A set of users: F1.
    USERS,
    /// A time range: the overlap over the union.
    TIME_RANGE,
    /// Frames of a capture: the share that is right.
    FRAMES,
    /// A filter, by the messages that it selects: F1.
    FILTER,
    /// A threshold, by what its misses and false alarms cost.
    THRESHOLD,
    /// A filter as signature, by what it selects in messages that the student does not have: F1.
    SIGNATURE,
    /// A text for the teacher.
    TEXT;

    /// The name in files: `one_of`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of this name in files.
    public static Optional<QuestionKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// Whether its answer is a set of texts.
    public boolean isSet() {
        return switch (this) {
            case SEVERAL_OF, HOSTS, USERS -> true;
            case VALUE, ONE_OF, TIME_RANGE, FRAMES, FILTER, THRESHOLD, SIGNATURE, TEXT -> false;
        };
    }

    /// Whether the student chooses from a list.
    public boolean hasChoices() {
        return this == ONE_OF || this == SEVERAL_OF;
    }

    /// Whether it is marked by the program.
    public boolean isMarked() {
        return this != TEXT;
    }
}
