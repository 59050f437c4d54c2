package org.sipsleuth.lab.format;

import org.sipsleuth.text.EnumTexts;

/// What can be wrong with a file of a lab.
public enum LabFault {
    MISSING,
    UNKNOWN,
    TYPE,
    BLANK,
    LONG,
    WHOLE,
    DECIMAL,
    WORD,
    TWICE,
    NONE,
    FORMAT,
    VERSION,
    NAME,
    OWN_NAME,
    KIND,
    FACT,
    LEVEL,
    CHOICES,
    CHOICE,
    CHOICE_SIGN,
    NO_CHOICES,
    CAPTURE,
    COST,
    SEAL,
    SEAL_KIND,
    SEAL_POSSIBLE,
    HEX,
    NO_CAPTURE,
    SCENARIO,
    SETTING,
    TRUTH_KIND,
    TRUTH_COUNT,
    PATTERN,
    PATTERN_EXAMPLE,
    TIME,
    SPAN,
    FRAME,
    ADDRESS,
    NO_QUESTION,
    OTHER_LAB,
    OTHER_DIGEST,
    NO_ZIP,
    NO_LAB,
    ZIP_COUNT,
    ZIP_NAME,
    ZIP_TWICE,
    ZIP_SIZE,
    ZIP_DIFFERS,
    LINK,
    OTHER_BYTES,
    NO_FILE,
    ANSWER_IN_LAB,
    CHANGED;

    /// The sentence.
    public String text(Object... arguments) {
        return EnumTexts.text(this, arguments);
    }
}
