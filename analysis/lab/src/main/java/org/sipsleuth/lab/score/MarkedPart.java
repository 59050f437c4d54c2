package org.sipsleuth.lab.score;

import java.time.Instant;
import org.sipsleuth.lab.question.Answer;
import org.sipsleuth.lab.question.AnswerText;

/// A part of an answer, or of what is right, that is marked by itself.
public sealed interface MarkedPart {

    /// As a student types it.
    String text();

    /// A host, a user or a choice.
    record Member(String name) implements MarkedPart {

        @Override
        public String text() {
            return name;
        }
    }

    /// A frame of the capture that the question is about.
    record Frame(int number) implements MarkedPart {

        @Override
        public String text() {
            return Integer.toString(number);
        }
    }

    /// A time range.
    record Range(Instant from, Instant to) implements MarkedPart {

        @Override
        public String text() {
            return AnswerText.write(new Answer.Span(from, to));
        }
    }
}
