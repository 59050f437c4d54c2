package org.sipsleuth.fingerprint;

import org.sipsleuth.text.EnumTexts;

/// Patterns of the texts that describe fingerprints.
enum Wording {
    AND, DISGUISED, NAMED, NAMED_ALONE, NEAR, UNKNOWN, WITHOUT_NAME;

    String text(String... arguments) {
        return EnumTexts.text(this, (Object[]) arguments);
    }
}
