package org.sipsleuth.report.investigation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.SentenceLanguage;

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

    /// Does something while methods word what they find in this language: detects, or writes a
    /// report.
    public <T extends @Nullable Object, X extends Throwable> T in(ScopedValue.CallableOp<T, X> action) throws X {
        return SentenceLanguage.in(locale, action);
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
