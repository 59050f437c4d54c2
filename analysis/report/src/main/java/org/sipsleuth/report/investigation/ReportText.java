package org.sipsleuth.report.investigation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// The words of a report in one language, from `texts.properties` and `texts_de.properties`.
final class ReportText {

    private static final String BUNDLE = "org.sipsleuth.report.document.texts";
    private static final double PERCENT = 100;
    private static final int MOST_FILES = 5;

    private final ReportLanguage language;
    private final ResourceBundle bundle;

    private ReportText(ReportLanguage language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /// The words of a language; the JDK keeps them.
    static ReportText of(ReportLanguage language) {
        // the texts without a language are English; those of the machine's language are not asked
        Locale locale = language == ReportLanguage.ENGLISH ? Locale.ROOT : language.locale();
        return new ReportText(language, ResourceBundle.getBundle(BUNDLE, locale, ReportText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    ReportLanguage language() {
        return language;
    }

    /// The text with this key, `{0}`, `{1}` … replaced by the arguments.
    ///
    /// @throws java.util.MissingResourceException if there is no such text: a fault in the program
    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /// The first of some file names.
    String files(List<String> names) {
        String named = names.stream().limit(MOST_FILES).collect(Collectors.joining(", "));
        return names.size() > MOST_FILES ? named + ", …" : named;
    }

    /// A count with its unit: the text `count.UNIT`.
    String count(long number, String unit) {
        return in(DocumentTexts.counted(number, unit));
    }

    /// A sentence in this language.
    String in(Sentence sentence) {
        return sentence.in(language.locale());
    }

    String kind(IncidentKind kind) {
        return in(kind.label());
    }

    String outcome(Outcome outcome) {
        return in(DocumentTexts.outcome(outcome));
    }

    String severity(Severity severity) {
        return in(DocumentTexts.severity(severity));
    }

    /// What failed, and what to report.
    String fault(Fault fault) {
        return in(fault.sentence());
    }

    /// What an analyst decided.
    String judgement(Verdict verdict) {
        return in(DocumentTexts.judgement(verdict));
    }

    /// A share of one: `97 %`.
    String percent(double share) {
        return number(Math.round(share * PERCENT * 10) / 10.0) + " %";
    }

    /// A measured value.
    String number(double value) {
        return in(DocumentTexts.number(value));
    }

    /// What a measured value was compared with.
    String comparison(Measurement measure) {
        return in(DocumentTexts.comparison(measure));
    }

    /// A moment in UTC, the same in all languages.
    static String moment(long nanos) {
        return DocumentTexts.moment(nanos).text();
    }

    /// A period in UTC with its length.
    String period(long fromNanos, long toNanos) {
        return in(DocumentTexts.period(fromNanos, toNanos));
    }

    String duration(long nanos) {
        return in(DocumentTexts.duration(nanos));
    }
}
