package org.sipsleuth.report.investigation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The languages of reports.
public enum ReportLanguage {
    ENGLISH(Locale.ENGLISH), GERMAN(Locale.GERMAN);

    private final Locale locale;

    ReportLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /// The language as the user writes it, and as `lang` names it: `en`, `de`.
    public String tag() {
        return locale.getLanguage();
    }

    /// The language of a tag.
    public static Optional<ReportLanguage> of(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }
}
