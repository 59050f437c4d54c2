package org.sipsleuth.capture.log;

import org.sipsleuth.text.EnumTexts;

/// What there is to know of a log before its evidence is used. The texts are in the bundle of the
/// package.
enum LogFact {
    WRITTEN_BY, CUT, NO_TIME, NO_DATE, NO_YEAR, UNTIMED, NO_ZONE, NO_ADDRESS, MASKED;

    /// The fact as a sentence.
    ///
    /// @param messages how many messages it is about
    /// @param names how they are announced
    String text(long messages, String names) {
        return EnumTexts.text(this, messages, names);
    }
}
