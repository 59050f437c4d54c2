package org.sipsleuth.lab.question;

import org.sipsleuth.text.EnumTexts;

/// What is wrong with the text of an answer.
enum AnswerFault {
    EMPTY, CHOICE, ADDRESS, TIME, ORDER, RANGE, FRAME, NUMBER, TOO_LONG, TOO_MANY;

    AnswerException with(Object... arguments) {
        return new AnswerException(EnumTexts.text(this, arguments));
    }
}
